import type { KeyRow } from "#lib/model/key.ts";
import { daysUntil, formatDay, formatDue, formatRelative } from "../ui/format-time.ts";
import { valueWords } from "./words.ts";

export type StateGlyphName = "enabled" | "disabled" | "pending-deletion" | "pending-import" | "pending-activation" | "gone" | "other" | "unknown";
export type Tone = "plain" | "muted" | "ok" | "warn" | "danger" | "info";

export interface StateLook {
  glyph: StateGlyphName;
  glyphTone: Tone;
  word: string;
  wordTone: Tone;
  /** The second line: what to know about it. */
  note: string | null;
  noteTone: Tone;
}

/** Not seen for longer than this, a row says how old it is; ms. */
const OLD_MS = 24 * 60 * 60 * 1000;
/** Up to this many days before its deletion a key is loud. */
const SOON_DAYS = 7;

type Shown = Pick<KeyRow, "state" | "presence" | "deletesAt" | "lastSeenAt" | "absent">;

/** How the state of a key is drawn and said, design.md section 5. */
export function stateLook(key: Shown, now: number): StateLook {
  if (key.presence === "gone") return look("gone", "muted", "Gone", "muted", `last seen ${formatDay(key.lastSeenAt)}`);
  if (key.absent.state) return unknownLook(key, now);
  const age = now - Date.parse(key.lastSeenAt) > OLD_MS ? `read ${formatRelative(key.lastSeenAt, now)}` : null;
  const aside = key.presence === "missing" ? "missing from the last list" : age;
  switch (key.state) {
    case "enabled":
      return look("enabled", "ok", "Enabled", "plain", aside, "warn");
    case "disabled":
      return look("disabled", "muted", "Disabled", "plain", aside, "warn");
    case "pending-deletion":
      return deletionLook(key.deletesAt, now);
    case "pending-import":
      return look("pending-import", "info", "Pending import", "plain", aside ?? "no material yet", aside ? "warn" : "muted");
    case "pending-activation":
      return look("pending-activation", "info", "Pending activation", "plain", aside, "warn");
    case null:
      return look("other", "muted", "-", "plain", aside, "warn");
    default:
      return look("other", "muted", valueWords("state", key.state), "plain", aside ?? "cloud's own word", aside ? "warn" : "muted");
  }
}

function deletionLook(deletesAt: string | null, now: number): StateLook {
  if (!deletesAt) return look("pending-deletion", "warn", "Pending deletion", "plain", "date unknown");
  const isSoon = daysUntil(deletesAt, now) <= SOON_DAYS;
  const tone = isSoon ? "danger" : "warn";
  return look("pending-deletion", tone, "Pending deletion", isSoon ? "danger" : "plain", formatDue(deletesAt, now), isSoon ? "danger" : "muted");
}

function unknownLook({ absent, lastSeenAt }: Shown, now: number): StateLook {
  const notes = {
    denied: "describe denied",
    failed: "describe failed",
    pending: `listed ${formatRelative(lastSeenAt, now)}`,
    unreported: "unreported",
    "not-applicable": "not applicable",
  };
  const tones: Partial<Record<string, Tone>> = { denied: "warn", failed: "danger" };
  const reason = absent.state ?? "pending";
  return look("unknown", "muted", "Unknown", "plain", notes[reason], tones[reason] ?? "muted");
}

function look(glyph: StateGlyphName, glyphTone: Tone, word: string, wordTone: Tone, note: string | null, noteTone: Tone = "muted"): StateLook {
  return { glyph, glyphTone, word, wordTone, note, noteTone };
}
