import type { FactField } from "../../model/key.ts";
import type { Rotation } from "../../model/vocabulary.ts";
import type { ReadingDraft } from "../draft-reading.ts";
import { familyOf, isAsymmetric } from "../family-of.ts";
import type { JsonObject } from "../json-object.ts";
import { ownWord } from "../vendor-word.ts";
import { instantOf } from "./instant-of.ts";
import { sayTime } from "./say-time.ts";
import { textOf } from "./text-of.ts";
import { intervalDays, originOf, specOf, usageOf } from "./words.ts";

export const ROTATION_FIELDS = ["rotation", "rotationIntervalDays", "lastRotatedAt", "nextRotationAt"] as const satisfies readonly FactField[];
const WORDS: Readonly<Record<string, Rotation>> = { Enabled: "on", Disabled: "off", Suspended: "suspended" };

/**
 * Rotation as it is, which is not always what is printed: the cloud prints `Disabled` for keys that it cannot rotate.
 * Source: help centre "Automatic key rotation"; UpdateRotationPolicy.
 */
export function sayRotation(draft: ReadingDraft, metadata: JsonObject): void {
  const why = cannotRotate(metadata);
  if (why) {
    for (const field of ROTATION_FIELDS) draft.lack(field, { reason: "not-applicable", note: why });
    return;
  }
  const said = textOf(metadata, "AutomaticRotation");
  const rotation = said === undefined ? undefined : ownWord(WORDS, said);
  if (rotation) draft.say("rotation", rotation);
  else draft.lack("rotation", said ? { reason: "unreported", note: `the cloud says "${said}"` } : { reason: "unreported" });
  sayInterval(draft, textOf(metadata, "RotationInterval"), rotation);
  sayLast(draft, textOf(metadata, "LastRotationDate"), textOf(metadata, "CreationDate"));
  const next = textOf(metadata, "NextRotationDate");
  if (!next && rotation === "off") draft.say("nextRotationAt", null);
  else sayTime(draft, "nextRotationAt", next);
}

function cannotRotate(metadata: JsonObject): string | null {
  const spec = specOf(textOf(metadata, "KeySpec") ?? "");
  const usage = usageOf(textOf(metadata, "KeyUsage") ?? "");
  const origin = originOf(textOf(metadata, "Origin") || "Aliyun_KMS");
  if (!/^\d*$/.test(textOf(metadata, "Creator") ?? "")) return "service key";
  if (origin !== "cloud") return origin === "imported" ? "imported key material" : "key material outside the cloud";
  // CreateKey's word for keys whose material never leaves the hardware; DescribeKey prints it in newer revisions only.
  if (textOf(metadata, "KeyStorageMechanism") === "HsmInternal") return "hardware key";
  if (familyOf(spec) === "mac" || usage === "mac") return "MAC key";
  return isAsymmetric(spec) || usage === "sign-verify" ? "asymmetric key" : null;
}

/** Interval and next date come only with a policy: without one, nothing printed means none. */
function sayInterval(draft: ReadingDraft, said: string | undefined, rotation: Rotation | undefined): void {
  if (!said && rotation === "off") return draft.say("rotationIntervalDays", null);
  if (said === undefined) return draft.lack("rotationIntervalDays", { reason: "unreported" });
  const days = said === "" ? 0 : intervalDays(said);
  if (days === null) draft.lack("rotationIntervalDays", { reason: "failed", note: `unreadable: ${said}` });
  else draft.say("rotationIntervalDays", days === 0 ? null : days);
}

/** A key that was never rotated repeats its creation time: the cloud's way to say "never". */
function sayLast(draft: ReadingDraft, said: string | undefined, created: string | undefined): void {
  const isFirst = !!said && !!created && instantOf(said) !== undefined && instantOf(said) === instantOf(created);
  if (isFirst) draft.say("lastRotatedAt", null);
  else sayTime(draft, "lastRotatedAt", said);
}
