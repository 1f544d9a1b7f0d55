import type { Preferences, WidthName } from "#lib/model/preferences.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import { isSortField } from "#lib/query/default-query.ts";
import { accountCell, accountName, descriptionCell, rotationCell, specCell, stateCell } from "../key-cells.tsx";
import type { KeyColumn } from "../key-columns.ts";
import { memberCell } from "./member-cell.tsx";
import { fieldOf, memberKey } from "./member-words.ts";

type Widths = Preferences["widths"];

type Drawing = Pick<KeyColumn, "render"> & { head?: WordKey };

/** On the phone a row shows these whatever was chosen. */
const ON_PHONE: readonly RowMember[] = ["state", "account", "rotation"];

/** Those with a drawing of their own. Region and usage stand on the second line of account and spec, unless they have a column. */
const drawingOf = (member: RowMember, chosen: readonly RowMember[]): Drawing | undefined => {
  if (member === "state") return { render: stateCell };
  if (member === "rotation") return { render: rotationCell };
  if (member === "description") return { render: descriptionCell };
  if (member === "account") return chosen.includes("region") ? { render: (row) => accountName(row) } : { render: accountCell, head: "column.account" };
  if (member === "spec" && !chosen.includes("usage")) return { render: specCell, head: "column.spec" };
};

const IN_MONO: readonly RowMember[] = ["ref", "keyId", "arn", "region", "project", "instance", "tags"];

/** px. Those of the usual columns are as wide as `key-columns.ts` has them, so that a choice moves nothing. */
const WIDTHS: Partial<Record<RowMember, number>> = { arn: 420, keyId: 252, tags: 252, description: 180, spec: 120, manager: 96, origin: 112, protection: 104 };
const BY_SHAPE: readonly [RegExp, number][] = [
  [/^(createdAt|deletesAt|expiresAt|lastRotatedAt)$/, 104],
  [/^(rotation|alias|aliases|instance|project)$/, 184],
];

/** How wide a column is until somebody says otherwise; px. */
export const usualWidth = (name: WidthName): number => (name === "key" ? 292 : (WIDTHS[name] ?? BY_SHAPE.find(([shape]) => shape.test(name))?.[1] ?? 146));

/** The server draws for everybody, and each pull at an edge is another choice: these are kept, and then forgotten. */
const MOST_KNOWN = 200;
const known = new Map<string, readonly KeyColumn[]>();

/** The columns that somebody chose, after the key itself. The same list for the same choice, so that rows need not be drawn again. */
export function chosenColumns(members: readonly RowMember[], widths: Widths = null): readonly KeyColumn[] {
  const name = JSON.stringify([members, widths]);
  const columns = known.get(name) ?? [
    ...members.map((member) => columnOf(member, members, "", widths?.[member])),
    ...ON_PHONE.filter((member) => !members.includes(member)).map((member) => columnOf(member, members, "md:hidden", 0)),
  ];
  if (known.size >= MOST_KNOWN && !known.has(name)) known.clear();
  known.set(name, columns);
  return columns;
}

/** The width of the whole table: what is left of a wider window goes to the key; px. */
export const tableWidth = (columns: readonly KeyColumn[], widths: Widths): number =>
  columns.reduce((sum, { width = 0 }) => sum + width, widths?.key ?? usualWidth("key"));

function columnOf(member: RowMember, members: readonly RowMember[], hidden: string, width?: number): KeyColumn {
  const field = fieldOf(member);
  return {
    id: member,
    head: memberKey(member),
    aside: member.endsWith("At") ? "UTC" : undefined,
    sort: field && isSortField(field) ? field : undefined,
    // A compact row holds the note of its state on the same line, which needs more.
    col: hidden ? "hidden" : member === "state" && width === undefined ? "compact:w-[216px]" : "",
    width: width ?? usualWidth(member),
    cell: `${hidden} ${ON_PHONE.includes(member) ? `c-${member}` : ""}`,
    look: IN_MONO.includes(member) ? "mono !text-id tracking-id" : undefined,
    render: (row, t) => memberCell(row, t, member),
    ...drawingOf(member, members),
  };
}
