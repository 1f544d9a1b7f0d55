import { ROW_MEMBERS, type RowMember } from "#lib/model/row-members.ts";
import { FIELDS } from "#lib/query/fields.ts";
import type { KeyQuery } from "#lib/query/query.ts";
import { columnsOf } from "../key-columns.ts";

/** What stands on the second line of a column that a table draws. */
const BESIDE: Partial<Record<RowMember, RowMember>> = { account: "region", spec: "usage" };

/**
 * What the table shows, as members of a row in its order: the key itself, then the columns that somebody chose, or those that stand there for this query by
 * themselves, however wide the window is.
 */
export function tableMembers(chosen: readonly RowMember[] | null, query: Pick<KeyQuery, "filters" | "sort">): RowMember[] {
  const usual = () => columnsOf(query).flatMap(({ sort }) => (sort ? [FIELDS[sort].property] : []));
  const members: readonly string[] = chosen ?? usual();
  const shown = members.flatMap((member) => {
    const beside = BESIDE[member as RowMember];
    return beside && !members.includes(beside) ? [member, beside] : [member];
  });
  return [...new Set(["alias", "keyId", ...shown])].flatMap((member) => ROW_MEMBERS.find((known) => known === member) ?? []);
}
