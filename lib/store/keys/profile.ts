import type { KeyRow } from "../../model/key.ts";
import { QUERY_FIELDS, type QueryField, ruleOf } from "../../query/fields.ts";

/** The facet fields that are facts of the cloud, in the order in which a profile holds them. */
export const PROFILE_FIELDS = QUERY_FIELDS.filter((field) => ruleOf(field).facet && ruleOf(field).fact !== null);

/** One cell of a profile: a value, null for said empty, or the absent reason in a list of its own. */
export type ProfileCell = string | null | [reason: string];

/** All facet facts of a row in one text. Rows with the same values and reasons have the same text. */
export function profileOf(row: KeyRow): string {
  return JSON.stringify(PROFILE_FIELDS.map((field) => cellOf(field, row)));
}

export function readProfile(profile: string): ProfileCell[] {
  return JSON.parse(profile) as ProfileCell[];
}

/** What a facet counts a row under. */
export function cellOf(field: QueryField, row: KeyRow): ProfileCell {
  if (field === "account") return row.account.id;
  const { fact, property } = ruleOf(field);
  const reason = fact && row.absent[fact];
  return reason ? [reason] : (row[property] as string | null);
}
