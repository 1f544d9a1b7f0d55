import { CloudError } from "../../model/problem.ts";
import type { KeyReading } from "../../model/reading.ts";
import type { SourceAddress } from "../../model/source.ts";
import type { Answer } from "../cloud.ts";
import { isJsonObject } from "../json-object.ts";
import type { Sender } from "./signing-keys.ts";
import { toKey } from "./to-key.ts";

/** An id as DescribeKey takes it: a UUID or `key-hzz…`, and no alias or ARN. */
const KEY_ID = /^[A-Za-z0-9-]{1,128}$/;
/** What says that the key itself is gone. An instance out of reach, a version, an alias is not the key. */
const NO_KEY: readonly string[] = ["Forbidden.KeyNotFound", "EntityNotExist.Key"];

/** DescribeKey by id, alias or ARN; the answer always carries the real id. */
export async function describeKey(send: Sender, source: SourceAddress, identifier: string): Promise<Answer<KeyReading>> {
  const sent = send({ service: "kms", action: "DescribeKey", params: { KeyId: identifier }, region: source.region });
  const answer = await sent.catch((error: unknown) => {
    throw KEY_ID.test(identifier) ? ofTheKey(error) : error;
  });
  const metadata = answer.body.KeyMetadata;
  if (!isJsonObject(metadata) || typeof metadata.KeyId !== "string" || !metadata.KeyId) {
    throw answer.unreadable("key_missing", "The cloud's answer describes no key.");
  }
  if (KEY_ID.test(identifier) && metadata.KeyId !== identifier) throw answer.unreadable("key_other", "The cloud described another key than the one asked for.");
  return { value: toKey(metadata, metadata.KeyId), call: answer.call };
}

function ofTheKey(error: unknown): unknown {
  if (!(error instanceof CloudError) || error.kind !== "not-found" || NO_KEY.includes(error.code)) return error;
  const { operation, code, message, requestId, status } = error;
  return new CloudError({ kind: "protocol", operation, code, message, requestId, status, cause: error });
}
