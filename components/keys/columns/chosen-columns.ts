import type { RowMember } from "#lib/model/row-members.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import { isSortField } from "#lib/query/default-query.ts";
import { accountCell, accountName, descriptionCell, rotationCell, specCell, stateCell } from "../key-cells.tsx";
import type { KeyColumn } from "../key-columns.ts";
import { memberCell } from "./member-cell.tsx";
import { fieldOf, memberKey } from "./member-words.ts";

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

function widthOf(member: RowMember): string {
  if (member === "arn") return "w-[420px]";
  if (member === "keyId" || member === "tags" || member === "description") return "w-[252px]";
  if (member === "state") return "w-[156px] compact:w-[216px]";
  if (member === "rotation" || member.startsWith("alias") || member === "instance" || member === "project") return "w-[184px]";
  return member.endsWith("At") ? "w-[116px]" : "w-[146px]";
}

const known = new Map<string, readonly KeyColumn[]>();

/** The columns that somebody chose, after the key itself. The same list for the same choice, so that rows need not be drawn again. */
export function chosenColumns(members: readonly RowMember[]): readonly KeyColumn[] {
  const name = members.join();
  const columns = known.get(name) ?? [
    ...members.map((member) => columnOf(member, members, "")),
    ...ON_PHONE.filter((member) => !members.includes(member)).map((member) => columnOf(member, members, "md:hidden")),
  ];
  known.set(name, columns);
  return columns;
}

function columnOf(member: RowMember, members: readonly RowMember[], hidden: string): KeyColumn {
  const field = fieldOf(member);
  return {
    id: member,
    head: memberKey(member),
    aside: member.endsWith("At") ? "UTC" : undefined,
    sort: field && isSortField(field) ? field : undefined,
    col: hidden ? "hidden" : widthOf(member),
    cell: `${hidden} ${ON_PHONE.includes(member) ? `c-${member}` : ""}`,
    look: IN_MONO.includes(member) ? "mono !text-id tracking-id" : undefined,
    render: (row, t) => memberCell(row, t, member),
    ...drawingOf(member, members),
  };
}
