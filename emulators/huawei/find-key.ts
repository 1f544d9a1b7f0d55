import type { WorldKey } from "../world.ts";
import { findKey as findInWorld, keysAt } from "../world/change-keys.ts";
import type { HuaweiCall } from "./call.ts";
import { kmsError } from "./errors.ts";

const KEY_ID = /^[0-9a-z]{8}-([0-9a-z]{4}-){3}[0-9a-z]{12}$/;

/** The key that a call names: by id only in the public regions, by `alias/…` or alias URN elsewhere. Throws KMS.0205, KMS.0207 and KMS.0306. */
export function findKey(call: HuaweiCall, { byName = false }: { byName?: boolean } = {}): WorldKey {
  const place = { region: call.project.region, project: call.project.id };
  const name = byName ? nameIn(call.keyId ?? "") : null;
  if (name === null && (call.keyId === null || !KEY_ID.test(call.keyId))) throw kmsError(400, "KMS.0205", "Invalid key ID.");
  const key = name === null ? findInWorld(call.account, place, call.keyId ?? "") : keysAt(call.account, place).find((each) => each.facts.alias === name);
  if (!key) throw kmsError(404, "KMS.0207", "The key does not exist.");
  if (key.denied.includes(call.operation)) throw kmsError(403, "KMS.0306", "You do not have permission to perform this operation.");
  return key;
}

/** The name in `alias/<name>` and in `kms:<region>:<domain>:alias:<name>`; null when it is neither. */
function nameIn(identifier: string): string | null {
  return /^(?:alias\/|kms:[^:]+:[^:]+:alias:)(.+)$/.exec(identifier)?.[1] ?? null;
}
