"use client";
import { Circle, CircleArrowDown, CircleCheck, CircleDotDashed, CircleMinus, Clock } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { useNow } from "#components/ui/now.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeyRow } from "#lib/model/key.ts";
import { stateLook } from "./state-look.ts";
import type { StateGlyphName, Tone } from "./state-look.ts";

const TONES: Record<Tone, string> = { plain: "text-ink", muted: "text-ink-3", ok: "text-ok", warn: "text-warn", danger: "text-danger", info: "text-info" };

const CIRCLES: Record<Exclude<StateGlyphName, "gone" | "unknown">, LucideIcon> = {
  enabled: CircleCheck,
  disabled: CircleMinus,
  "pending-deletion": Clock,
  "pending-import": CircleArrowDown,
  "pending-activation": CircleDotDashed,
  other: Circle,
};

/** A circle is a state that the cloud reported; the square of the unknown is no circle. */
function StateGlyph({ name, tone }: { name: StateGlyphName; tone: Tone }) {
  if (name === "unknown") {
    return (
      <span
        aria-hidden="true"
        className="inline-grid size-[15px] shrink-0 place-items-center rounded-token border border-control bg-surface text-[10px] leading-none font-strong text-ink-2"
      >
        ?
      </span>
    );
  }
  if (name === "gone") {
    return (
      <svg
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        aria-hidden="true"
        className="size-[15px] shrink-0 text-ink-3"
      >
        <circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.25" />
        <path d="m6 6 4 4m0-4-4 4" />
      </svg>
    );
  }
  return <Icon of={CIRCLES[name]} size={15} className={TONES[tone]} />;
}

/** Glyph and word of a key's state; with `note`, the second line of a cell. */
export function StateMark({ row, note = true }: { row: Pick<KeyRow, "state" | "presence" | "deletesAt" | "lastSeenAt" | "absent">; note?: boolean }) {
  const look = stateLook(row, useNow(), useWords(), useFormat());
  return (
    <>
      <span className={`inline-flex items-center gap-1.5 align-top whitespace-nowrap ${TONES[look.wordTone]}`}>
        <StateGlyph name={look.glyph} tone={look.glyphTone} />
        {look.word}
      </span>
      {note && look.note && (
        <span className={`second under-glyph ${look.noteTone === "muted" ? "" : TONES[look.noteTone]}`}>
          {look.noteAt ? <time dateTime={look.noteAt}>{look.note}</time> : look.note}
        </span>
      )}
    </>
  );
}
