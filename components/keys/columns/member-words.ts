import { FIELDS, QUERY_FIELDS, type QueryField } from "#lib/query/fields.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import type { WordKey } from "#lib/words/en/index.ts";

/** The field of the grammar that asks for a member of a row, if one does. The free text asks for many, so it stands for none. */
export const fieldOf = (member: RowMember): QueryField | undefined => QUERY_FIELDS.find((field) => field !== "q" && FIELDS[field].property === member);

/** How a member is called at the head of a column: as the field that asks for it, or by a word of its own. */
export const memberKey = (member: RowMember): WordKey => `${fieldOf(member) ? "field" : "member"}.${fieldOf(member) ?? member}` as WordKey;
