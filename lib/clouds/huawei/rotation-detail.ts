import { CloudError } from "../../model/problem.ts";
import type { KeyReading } from "../../model/reading.ts";
import type { Answer, Detail } from "../cloud.ts";
import { draftReading } from "../draft-reading.ts";
import type { Client } from "./client.ts";
import { isNotForThisKey } from "./errors.ts";
import { ROTATION_DETAILS } from "./say-rotation.ts";
import { textOf } from "./text-of.ts";
import { flagOf, timeOf } from "./words.ts";
import type { ProjectSource } from "./project-source.ts";
import type { HuaweiAnswer } from "./read-answer.ts";

/** get-key-rotation-status: how often, and when last. Asked for keys that can rotate only: the cloud answers 400 for all others. */
export function rotationDetail(client: Client, at: ProjectSource): Detail {
  return {
    name: "rotation",
    operation: "get-key-rotation-status",
    fields: ROTATION_DETAILS,
    applies: ({ absent }) =>
      absent.rotation?.reason !== "not-applicable" &&
      ROTATION_DETAILS.some((field) => absent[field] !== undefined && absent[field]?.reason !== "not-applicable"),
    async read(source, keyId) {
      try {
        const answer = await client.kms(at(source), {
          operation: "get-key-rotation-status",
          method: "POST",
          path: "kms/get-key-rotation-status",
          body: { key_id: keyId },
        });
        return { value: toRotation(answer, keyId), call: answer.call };
      } catch (error) {
        if (error instanceof CloudError && isNotForThisKey(error)) return notApplicable(error, keyId, client.now());
        throw error;
      }
    },
  };
}

/** A thousand years: more is a slip of the cloud, and more than a column of whole numbers holds. */
const MOST_DAYS = 365_000;

/** The switch is a boolean here; the interval is printed for keys whose rotation is on. "" = never rotated. */
function toRotation(answer: HuaweiAnswer, keyId: string): KeyReading {
  const body = answer.object();
  const isOn = flagOf(body.key_rotation_enabled);
  if (isOn === undefined) throw answer.unreadable("rotation_missing", "The cloud's answer says nothing about rotation.");
  const draft = draftReading();
  draft.say("rotation", isOn ? "on" : "off");
  const days = Number(textOf(body.rotation_interval) || Number.NaN);
  if (!isOn) draft.say("rotationIntervalDays", null);
  else if (Number.isInteger(days) && days > 0 && days <= MOST_DAYS) draft.say("rotationIntervalDays", days);
  else draft.lack("rotationIntervalDays", { reason: "unreported" });
  const last = timeOf(body.last_rotation_time);
  if (last === undefined) draft.lack("lastRotatedAt", { reason: "failed", note: `unreadable: ${textOf(body.last_rotation_time) ?? "no text"}` });
  else if (body.last_rotation_time === undefined) draft.lack("lastRotatedAt", { reason: "unreported" });
  else draft.say("lastRotatedAt", last);
  return draft.done({ keyId, arn: null, raw: body, described: false });
}

function notApplicable(error: CloudError, keyId: string, now: Date): Answer<KeyReading> {
  const draft = draftReading();
  for (const field of ROTATION_DETAILS) draft.lack(field, { reason: "not-applicable", note: error.code });
  const call = { operation: error.operation, at: now.toISOString(), requestId: error.requestId };
  return { value: draft.done({ keyId, arn: null, raw: null, described: false }), call };
}
