"use client";
import type { ReactNode } from "react";
import { CloudTile } from "#components/shell/clouds.tsx";
import { DayTime } from "#components/ui/relative-time.tsx";
import type { FactField, KeyRow } from "#lib/model/key.ts";
import type { QueryField } from "#lib/query/fields.ts";
import type { Translate } from "#lib/words/translate.ts";
import { ExpiredMark } from "./expired-mark.tsx";
import { FreeText } from "./free-text.tsx";
import { Gap, LoneSquare } from "./gap.tsx";
import { RotationMark } from "./rotation-mark.tsx";
import { StateMark } from "./state-mark.tsx";
import { valueWords } from "./words.ts";

/** A fact without its own drawing: the square alone, or the value in words. */
export function plainCell(row: KeyRow, t: Translate, fact: FactField & QueryField & keyof KeyRow): ReactNode {
  const reason = row.absent[fact];
  if (reason) return <LoneSquare reason={reason} />;
  const value = row[fact];
  return typeof value === "string" ? valueWords(fact, value, t) : "-";
}

/** `empty`: what it means that the cloud gave no date. */
export function dayCell(row: KeyRow, fact: "createdAt" | "deletesAt" | "expiresAt" | "lastRotatedAt", empty = "-"): ReactNode {
  const reason = row.absent[fact];
  const at = row[fact];
  if (reason) return <LoneSquare reason={reason} />;
  return at ? <DayTime at={at} /> : empty;
}

export const expiresCell = (row: KeyRow): ReactNode => (
  <>
    {dayCell(row, "expiresAt")}
    {row.expiresAt && !row.absent.expiresAt && <ExpiredMark at={row.expiresAt} className="second" />}
  </>
);

export const stateCell = (row: KeyRow): ReactNode => (
  <span className="block">
    <StateMark row={row} />
  </span>
);

export const accountCell = (row: KeyRow): ReactNode => accountName(row, <span className="second mono text-id tracking-mono">{row.region}</span>);

export const accountName = (row: KeyRow, second?: ReactNode): ReactNode => (
  <span className="flex gap-2">
    <CloudTile id={row.cloud} className="mt-px" />
    <span className="min-w-0">
      <span className="block truncate phone:inline" title={row.account.name}>
        <FreeText text={row.account.name} />
      </span>
      {second}
    </span>
  </span>
);

export function specCell(row: KeyRow, t: Translate): ReactNode {
  if (row.absent.spec) return <Gap reason={row.absent.spec} />;
  return (
    <>
      {row.spec ? valueWords("spec", row.spec, t) : "-"}
      {row.usage && <span className="second">{valueWords("usage", row.usage, t)}</span>}
    </>
  );
}

export const rotationCell = (row: KeyRow, t: Translate): ReactNode => (
  <>
    <span className="only-phone text-ink-3">{t("field.rotation")} </span>
    <RotationMark row={row} />
  </>
);

export function descriptionCell(row: KeyRow, t: Translate): ReactNode {
  if (row.absent.description || !row.description) return plainCell(row, t, "description");
  return <FreeText text={row.description} className="prose" />;
}
