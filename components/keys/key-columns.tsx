"use client";
import type { ReactNode } from "react";
import { CloudTile } from "#components/shell/clouds.tsx";
import { formatIsoDay } from "#components/ui/format-time.ts";
import type { FactField, KeyRow } from "#lib/model/key.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { FreeText } from "./free-text.tsx";
import { Gap, GapSquare, gapWord } from "./gap.tsx";
import { RotationMark } from "./rotation-mark.tsx";
import { StateMark } from "./state-mark.tsx";
import { valueWords } from "./words.ts";

export interface KeyColumn {
  id: string;
  head: string;
  /** A muted word after the head: the zone of a date. */
  aside?: string;
  sort: QueryField;
  /** Width of the column, and from which width of the table on it is shown. */
  col: string;
  /** Classes of head and cells. */
  cell: string;
  render: (row: KeyRow) => ReactNode;
}

/** A fact without its own drawing: the square alone, or the value in words. */
function plain(row: KeyRow, fact: FactField & QueryField & keyof KeyRow): ReactNode {
  const reason = row.absent[fact];
  if (reason) return <GapSquare reason={reason} named={gapWord(reason)} />;
  const value = row[fact];
  return typeof value === "string" ? valueWords(fact, value) : "-";
}

function day(row: KeyRow, fact: "createdAt" | "deletesAt" | "lastRotatedAt"): ReactNode {
  const reason = row.absent[fact];
  const at = row[fact];
  if (reason) return <GapSquare reason={reason} named={gapWord(reason)} />;
  return at ? <time dateTime={at}>{formatIsoDay(at)}</time> : "-";
}

/** The columns after the key itself, in order. What does not fit is left to the panel. */
export const KEY_COLUMNS: readonly KeyColumn[] = [
  {
    id: "state",
    head: "State",
    sort: "state",
    col: "w-[146px] compact:w-[216px]",
    cell: "c-state",
    render: (row) => (
      <span className="block">
        <StateMark row={row} />
      </span>
    ),
  },
  {
    id: "account",
    head: "Account, region",
    sort: "account",
    col: "w-[146px]",
    cell: "c-account",
    render: (row) => (
      <span className="flex gap-2">
        <CloudTile id={row.cloud} className="mt-px" />
        <span className="min-w-0">
          <span className="block truncate phone:inline" title={row.account.name}>
            <FreeText text={row.account.name} />
          </span>
          <span className="second mono text-id tracking-mono">{row.region}</span>
        </span>
      </span>
    ),
  },
  {
    id: "spec",
    head: "Spec, usage",
    sort: "spec",
    col: "w-[120px] hidden @min-[836px]:table-column",
    cell: "c-spec hidden @min-[836px]:table-cell",
    render: (row) =>
      row.absent.spec ? (
        <Gap reason={row.absent.spec} />
      ) : (
        <>
          {row.spec ? valueWords("spec", row.spec) : "-"}
          {row.usage && <span className="second">{valueWords("usage", row.usage)}</span>}
        </>
      ),
  },
  {
    id: "rotation",
    head: "Rotation",
    sort: "rotation",
    col: "w-[184px]",
    cell: "c-rotation",
    render: (row) => (
      <>
        <span className="only-phone text-ink-3">Rotation </span>
        <RotationMark row={row} />
      </>
    ),
  },
  {
    id: "description",
    head: "Description",
    sort: "description",
    col: "w-[180px] hidden @min-[1226px]:table-column",
    cell: "hidden @min-[1226px]:table-cell",
    render: (row) =>
      row.absent.description ? plain(row, "description") : row.description ? <FreeText text={row.description} className="prose" /> : "-",
  },
  { id: "manager", head: "Managed by", sort: "manager", col: "w-[96px] hidden @min-[1046px]:table-column", cell: "hidden @min-[1046px]:table-cell", render: (row) => plain(row, "manager") },
  { id: "origin", head: "Origin", sort: "origin", col: "w-[112px] hidden @min-[1560px]:table-column", cell: "hidden @min-[1560px]:table-cell", render: (row) => plain(row, "origin") },
  { id: "protection", head: "Protection", sort: "protection", col: "w-[104px] hidden @min-[1664px]:table-column", cell: "hidden @min-[1664px]:table-cell", render: (row) => plain(row, "protection") },
  { id: "rotated", head: "Rotated", aside: "UTC", sort: "rotated", col: "w-[104px] hidden @min-[1448px]:table-column", cell: "hidden @min-[1448px]:table-cell", render: (row) => day(row, "lastRotatedAt") },
  { id: "deletes", head: "Deletes", aside: "UTC", sort: "deletes", col: "w-[104px] hidden @min-[1344px]:table-column", cell: "hidden @min-[1344px]:table-cell", render: (row) => day(row, "deletesAt") },
  { id: "created", head: "Created", aside: "UTC", sort: "created", col: "w-[104px] hidden @min-[950px]:table-column", cell: "hidden @min-[950px]:table-cell", render: (row) => day(row, "createdAt") },
];
