import type { WorldKey } from "../world.ts";
import { findKey as findInWorld } from "../world/change-keys.ts";
import type { HuaweiCall } from "./call.ts";
import { kmsError } from "./errors.ts";

const KEY_ID = /^[0-9a-z]{8}-([0-9a-z]{4}-){3}[0-9a-z]{12}$/;

/** The key that a call names: by id only, as in the public regions. Throws KMS.0205, KMS.0207 and KMS.0306. */
export function findKey(call: HuaweiCall): WorldKey {
  if (call.keyId === null || !KEY_ID.test(call.keyId)) throw kmsError(400, "KMS.0205", "Invalid key ID.");
  const key = findInWorld(call.account, { region: call.project.region, project: call.project.id }, call.keyId);
  if (!key) throw kmsError(404, "KMS.0207", "The key does not exist.");
  if (key.denied.includes(call.operation)) throw kmsError(403, "KMS.0306", "You do not have permission to perform this operation.");
  return key;
}
