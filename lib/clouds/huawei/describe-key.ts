import { CloudError } from "../../model/problem.ts";
import type { KeyReading } from "../../model/reading.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Answer } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { Client } from "./client.ts";
import { dialectOf } from "./dialects.ts";
import { identifierKind } from "./identifier-kind.ts";
import { toKey, withTrimmedNames } from "./to-key.ts";
import type { HuaweiAnswer } from "./read-answer.ts";

/** describe-key by id, and where the site takes them by alias or URN. Throws Refusal `unsupported_identifier`. */
export async function describeKey(client: Client, source: { region: string; project: string }, identifier: string): Promise<Answer<KeyReading>> {
  const kind = identifierKind(identifier) ?? "id";
  const { label, quirks } = dialectOf(source.region);
  if (!quirks.identifiers.includes(kind)) throw new Refusal("unsupported_identifier", `${label} takes key ids only.`, "keyId");
  const answer = await client.kms(source, { operation: "describe-key", method: "POST", path: "kms/describe-key", body: { key_id: identifier } });
  const reading = toKey(recordOf(answer, identifier));
  if (!reading.keyId) throw answer.unreadable("key_missing", "The cloud's answer describes no key.");
  if (kind === "id" && reading.keyId !== identifier) throw answer.unreadable("key_other", "The cloud described another key than the one asked for.");
  return { value: reading, call: answer.call };
}

/**
 * `key_info` is an object on the wire and a list in the page's table ("Array of objects"); some clients meet the bare record. An empty list
 * says that there is no such key; an answer that holds nothing of the kind says nothing, and a key must not be gone for it.
 */
function recordOf(answer: HuaweiAnswer, keyId: string): JsonObject {
  const body = withTrimmedNames(answer.object());
  const info = "key_info" in body ? body.key_info : body;
  const records = Array.isArray(info) ? info : [info];
  const named = records.filter(isJsonObject);
  const record = named.length > 1 ? named.find((each) => withTrimmedNames(each).key_id === keyId) : named[0];
  if (record) return record;
  if (info !== null && !Array.isArray(info)) throw answer.unreadable("key_missing", "The cloud's answer describes no key.");
  throw new CloudError({
    kind: "not-found",
    operation: "describe-key",
    code: "key_info_empty",
    message: "The cloud has no such key.",
    status: 200,
    requestId: answer.call.requestId,
  });
}
