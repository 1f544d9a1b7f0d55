"use client";
import type { ReactNode } from "react";
import { Dot } from "#components/ui/dot.tsx";
import type { Format } from "#components/ui/make-format.ts";
import { ServerWords } from "#components/ui/server-words.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeyRow } from "#lib/model/key.ts";
import type { Rotation } from "#lib/model/vocabulary.ts";
import type { Translate } from "#lib/words/translate.ts";
import { Gap } from "./gap.tsx";
import { valueWords } from "./words.ts";

const FILLS: Record<Rotation, "full" | "empty" | "half"> = { on: "full", off: "empty", suspended: "half" };

type Shown = Pick<KeyRow, "rotation" | "rotationIntervalDays" | "nextRotationAt" | "absent" | "notes" | "presence">;

/** Rotation as a dot and a word, or the square that says why we do not know. `note` adds the second line. */
export function RotationMark({ row, note = true }: { row: Shown; note?: boolean }) {
  const t = useWords();
  const format = useFormat();
  const aside = note ? noteOf(row, t, format) : null;
  const second = aside && <span className="second under-glyph">{aside}</span>;
  if (row.absent.rotation) {
    return (
      <>
        <Gap reason={row.absent.rotation} />
        {second}
      </>
    );
  }
  if (!row.rotation) return <>-</>;
  return (
    <>
      <span className="inline-flex items-center gap-2.5 pl-[3px] align-top whitespace-nowrap">
        <Dot fill={FILLS[row.rotation]} />
        {valueWords("rotation", row.rotation, t)}
      </span>
      {second}
    </>
  );
}

function noteOf({ rotation, rotationIntervalDays, nextRotationAt, notes, presence }: Shown, t: Translate, format: Format): ReactNode {
  if (notes.rotation) return <ServerWords text={notes.rotation} word={`note.${notes.rotation}`} />;
  if (presence === "gone") return t("rotation.then");
  if (rotation !== "on") return null;
  const parts = [
    rotationIntervalDays && t("rotation.every", { days: rotationIntervalDays }),
    nextRotationAt && t("rotation.next", { day: format.shortDay(nextRotationAt) }),
  ];
  return parts.filter(Boolean).join(t("list.comma")) || null;
}
