import { CloudError } from "../model/problem.ts";
import type { Call } from "../model/reading.ts";
import { wellFormed } from "../model/well-formed.ts";

/** Far beyond any cloud's ids, and within what an index of the database takes. */
const MOST_CHARACTERS = 512;

/**
 * Two ids that differ only in what a database cannot hold would be one key, and an id is what later calls name the key by: it is kept exactly or not at all.
 * @throws CloudError `protocol`
 */
export function checkKeyId(keyId: string, { operation, requestId }: Call): void {
  if (keyId.length <= MOST_CHARACTERS && wellFormed(keyId) === keyId) return;
  throw new CloudError({
    kind: "protocol",
    operation,
    code: "key_id_unreadable",
    message: "The cloud lists a key whose id is no readable text, or endlessly long: such a key cannot be kept or asked for.",
    requestId,
  });
}
