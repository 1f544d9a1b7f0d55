import type { FactField } from "../../model/key.ts";
import type { ReadingDraft } from "../draft-reading.ts";
import { familyOf, isAsymmetric } from "../family-of.ts";
import type { JsonObject } from "../json-object.ts";
import { textOf } from "./text-of.ts";
import { flagOf, specOf } from "./words.ts";

/** What only get-key-rotation-status tells. This cloud never says when the next rotation is. */
export const ROTATION_DETAILS = ["rotationIntervalDays", "lastRotatedAt"] as const satisfies readonly FactField[];

/**
 * Rotation from a key's own record: the list prints "false" for keys that cannot rotate. The rules are those by which the cloud refuses
 * get-key-rotation-status (KMS.0211, 0312, 0324, 0325, 0338, 0341).
 */
export function sayRotation(draft: ReadingDraft, key: JsonObject): void {
  draft.lack("nextRotationAt", { reason: "unreported" });
  const why = cannotRotate(key);
  for (const field of ROTATION_DETAILS) draft.lack(field, why ? { reason: "not-applicable", note: why } : { reason: "pending" });
  if (why) return draft.lack("rotation", { reason: "not-applicable", note: why });
  const isOn = flagOf(key.key_rotation_enabled);
  if (isOn === undefined) draft.lack("rotation", { reason: "unreported" });
  else draft.say("rotation", isOn ? "on" : "off");
}

function cannotRotate(key: JsonObject): string | null {
  const spec = specOf(textOf(key.key_spec) ?? "");
  if (textOf(key.default_key_flag) === "1") return "service key";
  if (key.origin !== undefined && key.origin !== "" && key.origin !== "kms")
    return key.origin === "external" ? "imported key material" : "key material outside the cloud";
  if (key.keystore_id !== undefined && !["0", ""].includes(textOf(key.keystore_id) ?? "")) return "key in a keystore of its own";
  if (familyOf(spec) === "mac" || key.key_usage === "GENERATE_VERIFY_MAC") return "MAC key";
  return isAsymmetric(spec) || key.key_usage === "SIGN_VERIFY" ? "asymmetric key" : null;
}
