import type { ReadingDraft } from "../draft-reading.ts";
import { instantOf } from "./instant-of.ts";

type TimeField = "createdAt" | "deletesAt" | "expiresAt" | "lastRotatedAt" | "nextRotationAt";

/** ISO 8601, with or without milliseconds or an offset; "" = the cloud says none; missing = it says nothing. */
export function sayTime(draft: ReadingDraft, field: TimeField, said: string | undefined): void {
  if (said === undefined) return draft.lack(field, { reason: "unreported" });
  if (said === "") return draft.say(field, null);
  const at = instantOf(said);
  if (at === undefined) draft.lack(field, { reason: "failed", note: `unreadable: ${said}` });
  else draft.say(field, at);
}
