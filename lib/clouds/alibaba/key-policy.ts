import { CloudError } from "../../model/problem.ts";
import type { Absence } from "../../model/reading.ts";
import type { SourceAddress } from "../../model/source.ts";
import type { Extra, OpenedKey } from "../cloud.ts";
import type { Sender } from "./signing-keys.ts";

/** The only policy name there is. */
const NAME = "default";

/**
 * GetKeyPolicy, for keys in a KMS instance: others have no policy of their own (help centre, "Key policies"). The policy is text, kept as it is printed.
 * A key of an instance may have none, which the cloud says with an error.
 */
export function keyPolicy(send: Sender, now: () => Date): Extra {
  return {
    name: "policy",
    operation: "GetKeyPolicy",
    excuse,
    async read(source, { keyId }) {
      try {
        return await getKeyPolicy(send, source, keyId);
      } catch (error) {
        if (!(error instanceof CloudError) || error.code !== "Forbidden.ResourceNotFound") throw error;
        return { value: null, call: { operation: error.operation, at: now().toISOString(), requestId: error.requestId }, raw: null };
      }
    },
  };
}

export async function getKeyPolicy(send: Sender, source: SourceAddress, keyId: string) {
  const answer = await send({ service: "kms", action: "GetKeyPolicy", params: { KeyId: keyId, PolicyName: NAME }, region: source.region });
  const policy = answer.body.Policy;
  if (typeof policy !== "string") throw answer.unreadable("policy_missing", "The cloud's answer holds no policy.");
  return { value: policy || null, call: answer.call, raw: answer.body };
}

/** Where DescribeKey was refused nobody knows whether there is an instance, and the question is asked. */
function excuse({ values }: OpenedKey): Absence | null {
  if (values.manager === "service") return { reason: "not-applicable", note: "service key" };
  return values.instance === null ? { reason: "not-applicable", note: "only keys in a KMS instance have a policy" } : null;
}
