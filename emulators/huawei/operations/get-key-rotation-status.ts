import type { KeyVersion } from "#lib/model/extras.ts";
import type { WorldKey } from "../../world.ts";
import type { Operation } from "../call.ts";
import { kmsError } from "../errors.ts";
import { findKey } from "../find-key.ts";
import { toMillis } from "../key-details.ts";

/** A boolean here, a string in the list. Keys that cannot rotate are refused with 400 and a code each. */
export const getKeyRotationStatus: Operation = (call) => {
  const key = findKey(call);
  refuseUnrotatable(key);
  const { rotation, rotationIntervalDays, lastRotatedAt } = key.facts;
  const { versions } = key.extras;
  return {
    key_rotation_enabled: rotation === "on",
    ...(rotation === "on" ? { rotation_interval: rotationIntervalDays } : {}),
    last_rotation_time: toMillis(lastRotatedAt),
    number_of_rotations: Math.max(0, versions.length - 1),
    key_materials: versions.map(toMaterial),
  };
};

/** The only "key versions" that this cloud has; state 2 is enabled. */
function toMaterial({ id, createdAt, expiresAt }: KeyVersion): Record<string, string> {
  return { material_id: id, charge_id: id.replaceAll("-", ""), create_time: toMillis(createdAt), expiration_time: toMillis(expiresAt), state: "2" };
}

function refuseUnrotatable({ facts }: WorldKey): void {
  if (facts.manager === "service") throw kmsError(400, "KMS.0211", "The default key does not support this operation.");
  if (facts.origin === "imported") throw kmsError(400, "KMS.0312", "An imported key does not support rotation.");
  if (facts.family === "rsa") throw kmsError(400, "KMS.0324", "An RSA key does not support rotation.");
  if (facts.family === "mac") throw kmsError(400, "KMS.0341", "An HMAC key does not support rotation.");
  if (facts.spec !== "aes-256" && facts.spec !== "sm4") throw kmsError(400, "KMS.0325", "An asymmetric key does not support rotation.");
  if (facts.instance !== null) throw kmsError(400, "KMS.0338", "A key in a custom keystore does not support rotation.");
}
