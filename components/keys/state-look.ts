import type { KeyRow } from "#lib/model/key.ts";
import type { AbsentReason } from "#lib/model/vocabulary.ts";
import type { Translate } from "#lib/words/translate.ts";
import type { Format } from "../ui/make-format.ts";
import { daysUntil } from "../ui/time-words.ts";
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
  /** The moment that the note tells of. */
  noteAt: string | null;
  noteTone: Tone;
}

/** Not seen for longer than this, a row says how old it is; ms. */
const OLD_MS = 24 * 60 * 60 * 1000;
/** Up to this many days before its deletion a key is loud. */
const SOON_DAYS = 7;

type Shown = Pick<KeyRow, "state" | "presence" | "deletesAt" | "lastSeenAt" | "absent">;

/** How the state of a key is drawn and said, design.md section 5. */
export function stateLook(key: Shown, now: number, t: Translate, format: Format): StateLook {
  if (key.presence === "gone") {
    return { ...look("gone", "muted", t("value.gone"), "muted", t("state.gone.note", { day: format.day(key.lastSeenAt) })), noteAt: key.lastSeenAt };
  }
  const seen = format.relative(key.lastSeenAt, now);
  if (key.absent.state) return unknownLook(key.absent.state, seen, t);
  const age = now - Date.parse(key.lastSeenAt) > OLD_MS ? t("state.read", { age: seen }) : null;
  const aside = key.presence === "missing" ? t("state.missing") : age;
  switch (key.state) {
    case "enabled":
      return look("enabled", "ok", t("value.enabled"), "plain", aside, "warn");
    case "disabled":
      return look("disabled", "muted", t("value.disabled"), "plain", aside, "warn");
    case "pending-deletion":
      return deletionLook(key.deletesAt, aside, now, t, format);
    case "pending-import":
      return look("pending-import", "info", t("value.pending-import"), "plain", aside ?? t("state.no-material"), aside ? "warn" : "muted");
    case "pending-activation":
      return look("pending-activation", "info", t("value.pending-activation"), "plain", aside, "warn");
    case null:
      return look("other", "muted", "-", "plain", aside, "warn");
    default:
      return look("other", "muted", valueWords("state", key.state, t), "plain", aside ?? t("state.foreign"), aside ? "warn" : "muted");
  }
}

function deletionLook(deletesAt: string | null, aside: string | null, now: number, t: Translate, format: Format): StateLook {
  const word = t("value.pending-deletion");
  const note = (due: string) => [due, aside].filter(Boolean).join(t("list.comma"));
  if (!deletesAt) return look("pending-deletion", "warn", word, "plain", note(t("state.no-date")));
  const isSoon = daysUntil(deletesAt, now) <= SOON_DAYS;
  const tone = isSoon ? "danger" : "warn";
  return {
    ...look("pending-deletion", tone, word, isSoon ? "danger" : "plain", note(format.due(deletesAt, now)), isSoon ? "danger" : "muted"),
    noteAt: deletesAt,
  };
}

const GAP_TONES: Partial<Record<AbsentReason, Tone>> = { denied: "warn", failed: "danger" };

function unknownLook(reason: AbsentReason, seen: string, t: Translate): StateLook {
  return look("unknown", "muted", t("value.unknown"), "plain", t(`state.${reason}`, { age: seen }), GAP_TONES[reason] ?? "muted");
}

function look(glyph: StateGlyphName, glyphTone: Tone, word: string, wordTone: Tone, note: string | null, noteTone: Tone = "muted"): StateLook {
  return { glyph, glyphTone, word, wordTone, note, noteAt: null, noteTone };
}
