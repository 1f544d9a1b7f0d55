import type { ReactNode } from "react";
import type { KeyRow } from "#lib/model/key.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import type { QueryField } from "#lib/query/fields.ts";
import type { KeyQuery } from "#lib/query/query.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import type { Translate } from "#lib/words/translate.ts";
import { accountCell, dayCell, descriptionCell, expiresCell, plainCell, rotationCell, specCell, stateCell } from "./key-cells.tsx";

export interface KeyColumn {
  id: RowMember;
  head: WordKey;
  /** A muted word after the head: the zone of a date. */
  aside?: string;
  /** None: the table cannot be sorted by it. */
  sort?: QueryField;
  /** Classes of the column: its width, and from which width of the table on it is shown. */
  col: string;
  /** px, where no class says it. */
  width?: number;
  /** Classes of head and cells. */
  cell: string;
  /** Classes of the cells alone. */
  look?: string;
  render: (row: KeyRow, t: Translate) => ReactNode;
}

const ID: KeyColumn = {
  // Only where the compact row has lost its second line.
  id: "keyId",
  head: "field.id",
  sort: "id",
  col: "hidden w-[252px] compact:@min-[1680px]:table-column",
  cell: "hidden compact:@min-[1680px]:table-cell",
  look: "mono !text-id tracking-id",
  render: (row) => row.keyId,
};
const STATE: KeyColumn = { id: "state", head: "field.state", sort: "state", col: "w-[146px] compact:w-[216px]", cell: "c-state", render: stateCell };
const ACCOUNT: KeyColumn = { id: "account", head: "column.account", sort: "account", col: "w-[146px]", cell: "c-account", render: accountCell };
const SPEC: KeyColumn = {
  id: "spec",
  head: "column.spec",
  sort: "spec",
  col: "w-[120px] hidden @min-[836px]:table-column",
  cell: "c-spec hidden @min-[836px]:table-cell",
  render: specCell,
};
const ROTATION: KeyColumn = { id: "rotation", head: "field.rotation", sort: "rotation", col: "w-[184px]", cell: "c-rotation", render: rotationCell };
const DESCRIPTION: KeyColumn = {
  id: "description",
  head: "field.description",
  sort: "description",
  col: "w-[180px] hidden @min-[1226px]:table-column",
  cell: "hidden @min-[1226px]:table-cell",
  render: descriptionCell,
};
const MANAGER: KeyColumn = {
  id: "manager",
  head: "field.manager",
  sort: "manager",
  col: "w-[96px] hidden @min-[1046px]:table-column",
  cell: "hidden @min-[1046px]:table-cell",
  render: (row, t) => plainCell(row, t, "manager"),
};
const ORIGIN: KeyColumn = {
  id: "origin",
  head: "field.origin",
  sort: "origin",
  col: "w-[112px] hidden @min-[1560px]:table-column compact:!hidden",
  cell: "hidden @min-[1560px]:table-cell compact:!hidden",
  render: (row, t) => plainCell(row, t, "origin"),
};
const PROTECTION: KeyColumn = {
  id: "protection",
  head: "field.protection",
  sort: "protection",
  col: "w-[104px] hidden @min-[1664px]:table-column compact:!hidden",
  cell: "hidden @min-[1664px]:table-cell compact:!hidden",
  render: (row, t) => plainCell(row, t, "protection"),
};
const ROTATED: KeyColumn = {
  id: "lastRotatedAt",
  head: "field.rotated",
  aside: "UTC",
  sort: "rotated",
  col: "w-[104px] hidden @min-[1448px]:table-column",
  cell: "hidden @min-[1448px]:table-cell",
  render: (row, t) => dayCell(row, "lastRotatedAt", t("keys.never")),
};
const DELETES: KeyColumn = {
  id: "deletesAt",
  head: "field.deletes",
  aside: "UTC",
  sort: "deletes",
  col: "w-[104px] hidden @min-[1344px]:table-column",
  cell: "hidden @min-[1344px]:table-cell",
  render: (row) => dayCell(row, "deletesAt"),
};
const CREATED: KeyColumn = {
  id: "createdAt",
  head: "field.created",
  aside: "UTC",
  sort: "created",
  col: "w-[104px] hidden @min-[950px]:table-column",
  cell: "hidden @min-[950px]:table-cell",
  render: (row) => dayCell(row, "createdAt"),
};

const EXPIRES: KeyColumn = {
  id: "expiresAt",
  head: "field.expires",
  aside: "UTC",
  sort: "expires",
  col: "",
  cell: "",
  render: expiresCell,
};
const GUARD: KeyColumn = {
  id: "deletionProtection",
  head: "column.protected",
  sort: "deletionProtection",
  col: "",
  cell: "",
  render: (row, t) => plainCell(row, t, "deletionProtection"),
};

/** The columns after the key itself, in order. What does not fit is left to the panel. */
const USUAL: readonly KeyColumn[] = [ID, STATE, ACCOUNT, SPEC, ROTATION, DESCRIPTION, MANAGER, ORIGIN, PROTECTION, ROTATED, DELETES, CREATED];

/** Those that make room for what a filter or the order names; in this order they come back as the table gets wider. */
const YIELDING: readonly KeyColumn[] = [CREATED, MANAGER, DELETES, ROTATED, ORIGIN, PROTECTION, EXPIRES, GUARD];

/** 846 px are taken by the columns that always stand; each further one needs 112. */
const PLACES = [
  ["hidden w-[112px] @min-[958px]:table-column", "hidden @min-[958px]:table-cell"],
  ["hidden w-[112px] @min-[1070px]:table-column", "hidden @min-[1070px]:table-cell"],
  ["hidden w-[112px] @min-[1182px]:table-column", "hidden @min-[1182px]:table-cell"],
  ["hidden w-[112px] @min-[1294px]:table-column", "hidden @min-[1294px]:table-cell"],
  ["hidden w-[112px] @min-[1406px]:table-column", "hidden @min-[1406px]:table-cell"],
] as const;

/** Where all places are taken, 1406 px, and its own 180 are left: else the key's column takes what nobody needs. */
const WIDE_DESCRIPTION: KeyColumn = {
  ...DESCRIPTION,
  col: "w-[180px] hidden @min-[1590px]:table-column compact:!hidden",
  cell: "hidden @min-[1590px]:table-cell compact:!hidden",
};

/** What somebody who asks for these values wants to know next. */
const BESIDE: Partial<Record<string, QueryField>> = { "state=pending-deletion": "deletes", "origin=imported": "expires" };

const known = new Map<string, readonly KeyColumn[]>();

/** The columns of a view: whoever filters or sorts by expiry sees expiry. The same list for the same fields, so that rows need not be drawn again. */
export function columnsOf({ filters, sort }: Pick<KeyQuery, "filters" | "sort">): readonly KeyColumn[] {
  const beside = filters.flatMap(({ field, negated, values }) => values.map((value) => !negated && value.kind === "text" && BESIDE[`${field}=${value.text}`]));
  const fields = [sort.field, ...filters.map(({ field }) => field), ...beside];
  const asked = YIELDING.filter((column) => column.sort && fields.includes(column.sort));
  const name = asked.map(({ id }) => id).join();
  const columns = known.get(name) ?? (asked.length ? makeRoom(asked) : USUAL);
  known.set(name, columns);
  return columns;
}

function makeRoom(asked: readonly KeyColumn[]): readonly KeyColumn[] {
  const others = YIELDING.slice(0, 4).filter((column) => !asked.includes(column));
  return [
    ...USUAL.slice(0, 5),
    ...[...asked, ...others].flatMap((column, i) => {
      const [col, cell] = PLACES[i] ?? [];
      return col && cell ? [{ ...column, col, cell }] : [];
    }),
    WIDE_DESCRIPTION,
  ];
}
