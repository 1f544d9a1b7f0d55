import type { KeyRow } from "../../model/key.ts";
import { aliasText, searchText, sortText, tagPairs } from "../../query/search-text.ts";
import type { keys } from "../schema.ts";
import { profileOf } from "./profile.ts";

export type KeyRecord = typeof keys.$inferSelect;

/** A row as the table `keys` holds it, with all that is made for filters, sorting and facets. `missedListings` is the reader's to count. */
export function keyColumns(row: KeyRow, sourceId: string): Omit<KeyRecord, "missedListings" | "untold"> {
  const { account, ...held } = row;
  return {
    ...held,
    sourceId,
    accountId: account.id,
    profile: profileOf(row),
    search: searchText(row),
    aliasText: aliasText(row),
    aliasSort: row.alias === null ? null : sortText(row.alias),
    tagPairs: tagPairs(row),
    descriptionLower: row.description?.toLowerCase() ?? null,
  };
}
