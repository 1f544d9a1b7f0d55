import { type SQL, sql } from "drizzle-orm";
import type { Facets } from "../../model/answers.ts";
import type { KeyRow } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import { compareRows, sortValue } from "../../query/compare-rows.ts";
import { type CursorPlace, decodeCursor, encodeCursor } from "../../query/cursor.ts";
import { effectiveFilters } from "../../query/default-query.ts";
import type { QueryField } from "../../query/fields.ts";
import type { KeyQuery } from "../../query/query.ts";
import { database } from "../database.ts";
import { type AlikeKeys, readAlikeKeys } from "./alike-keys.ts";
import { countAlike, emptyGroups, isCountable, isCountedBy } from "./count-alike.ts";
import { countFacets, type FacetCell } from "./count-facets.ts";
import { type CountGroup, countSql, facetBit, isFact, isListed, isUndecided } from "./count-sql.ts";
import type { IndexPage, KeyCount, KeyIndex } from "./key-index.ts";
import { maybeSql } from "./maybe-sql.ts";
import { pageSql } from "./page-sql.ts";
import { PROFILE_FIELDS, readProfile } from "./profile.ts";
import { allSql, type Verdicts, verdictsOf } from "./query-sql.ts";
import { recordOf } from "./record-of.ts";
import { scopedAccounts } from "./scoped-accounts.ts";
import { REVISION_SQL } from "./source-counts.ts";
import { toStoredRow } from "./to-stored-row.ts";
import type { ValueContext } from "./value-sql.ts";

/** So many rows are sorted faster than a page of them is walked to. */
const FEW = 5_000;

/** The index over the table `keys`. It scans: exact, and the oracle of whatever may be faster. */
export const sqlKeyIndex: KeyIndex = { page: pageOf, count: countOf, facets: facetsOf };

/**
 * The same answers, from keys that were counted once in this revision. Where every filter is about what facets tell, all counts come from there and only the
 * page is asked for; else the table counts and lists the rows that the other filters leave.
 */
export const groupedIndex = (few: number): KeyIndex => ({
  ...sqlKeyIndex,
  async page(scope, query, now) {
    return (await pageOf(scope, query, now, { alike: await readAlikeKeys(), few })) ?? pageOf(scope, query, now);
  },
});

export const groupedKeyIndex = groupedIndex(FEW);

/** Totals and facets of filters that are all about what facets tell, out of keys counted before; of one revision, whichever that was. No page is asked for. */
export async function tallyKeys(scope: Scope, query: KeyQuery, now: Date): Promise<KeyCount & { facets: Facets }> {
  if (!isCountable(query)) return groupedKeyIndex.page(scope, query, now);
  const [alike, accounts] = await Promise.all([readAlikeKeys(), scopedAccounts(scope)]);
  const groups = countAlike(query, query.facets, alike, { now, accounts });
  return { ...sumGroups(query.facets, groups), facets: sumFacets(query, query.facets, groups) };
}

/** What was counted before, and how many rows are few. */
interface Known {
  alike: AlikeKeys;
  few: number;
}

/**
 * Page and counts are one statement, so that they are of one moment; with `alike`, of one revision.
 * Null when the inventory has changed since those were counted, or was never counted.
 */
async function pageOf(scope: Scope, query: KeyQuery, now: Date): Promise<IndexPage>;
async function pageOf(scope: Scope, query: KeyQuery, now: Date, known: Known): Promise<IndexPage | null>;
async function pageOf(scope: Scope, query: KeyQuery, now: Date, known: Known | null = null): Promise<IndexPage | null> {
  const alike = known?.alike;
  const place = decodeCursor(query);
  const context = { now: place?.now ?? now, accounts: await scopedAccounts(scope) };
  const verdicts = verdictsOf(query, context);
  const counted = alike && isCountable(query) ? countAlike(query, query.facets, alike, context) : null;
  const statement = counted
    ? sql`select null::jsonb as row, null::json as groups, ${REVISION_SQL} as revision union all
        select row, null, null from (${pageSql(query, place, verdicts, context, sumGroups(query.facets, counted)[query.judged === "undecided" ? "undecided" : "total"])}) as page`
    : known
      ? foundSql(query, place, verdicts, context, known.few)
      : scanSql(query, place, verdicts, context);
  const { rows: answer } = await database().execute<{ row: Record<string, unknown> | null; groups: CountGroup[] | null; revision: number | null }>(statement);
  if (alike && (alike.revision === 0 || !answer.some(({ revision }) => revision === alike.revision))) return null;
  const names = new Map(context.accounts.map(({ id, name }) => [id, name]));
  const records = answer.flatMap(({ row }) => (row ? [recordOf(row)] : []));
  const rows = records.map((record) => toStoredRow(record, names.get(record.accountId) ?? "")).sort(compareRows(query.sort));
  const groups = counted ?? [...answer.flatMap(({ groups: held }) => held ?? []), ...(alike ? emptyGroups(alike, context) : [])];
  const shown = rows.slice(0, query.size);
  return {
    rows: shown,
    next: rows.length > shown.length ? cursorAfter(query, shown.at(-1), context.now) : null,
    ...sumGroups(query.facets, groups),
    facets: sumFacets(query, query.facets, groups),
    asOf: now,
  };
}

/** Counts and page by one look at all rows for each. */
function scanSql(query: KeyQuery, place: CursorPlace | null, verdicts: Verdicts, context: ValueContext): SQL {
  return sql`select null::jsonb as row, groups, ${REVISION_SQL} as revision from (${countSql(query, query.facets, verdicts, context)}) as counted
    union all select row, null, null from (${pageSql(query, place, verdicts, context, null)}) as page`;
}

/**
 * The same of the rows alone that are left by the filters which no facet tells; the rest is known from keys counted before. The page is sorted out of them where
 * they are few, else walked to in its own order: the other way's `isAsked` is false before it begins.
 */
function foundSql(query: KeyQuery, place: CursorPlace | null, verdicts: Verdicts, context: ValueContext, most: number): SQL {
  const told = verdicts.flatMap(({ field, verdict }) => (isCountedBy({ field }) ? [] : [verdict]));
  const maybe = maybeSql(effectiveFilters(query), context);
  const among = sql`${allSql(told)} is not false${maybe ? sql` and ${maybe}` : sql``}`;
  const few = sql`(select listed from counted) <= ${most}`;
  return sql`with counted as materialized (${countSql(query, query.facets, verdicts, context, among)})
    select null::jsonb as row, groups, ${REVISION_SQL} as revision from counted
    union all select row, null, null from (${pageSql(query, place, verdicts, context, null, { among, isAsked: few })}) as few
    union all select row, null, null from (${pageSql(query, place, verdicts, context, null, { among: null, isAsked: sql`not ${few}` })}) as many`;
}

async function countOf(scope: Scope, query: KeyQuery, now: Date): Promise<KeyCount> {
  return sumGroups([], await groupsOf(scope, query, [], now));
}

async function facetsOf(scope: Scope, query: KeyQuery, fields: readonly QueryField[], now: Date): Promise<Facets> {
  return sumFacets(query, fields, await groupsOf(scope, query, fields, now));
}

async function groupsOf(scope: Scope, query: KeyQuery, fields: readonly QueryField[], now: Date): Promise<CountGroup[]> {
  const context = { now, accounts: await scopedAccounts(scope) };
  const { rows } = await database().execute<{ groups: CountGroup[] | null }>(countSql(query, fields, verdictsOf(query, context), context));
  return rows[0]?.groups ?? [];
}

function cursorAfter(query: KeyQuery, row: KeyRow | undefined, now: Date): string | null {
  return row ? encodeCursor(query, { value: sortValue(query.sort, row), ref: row.ref, now }) : null;
}

function sumGroups(facets: readonly QueryField[], groups: readonly CountGroup[]): KeyCount {
  // Every row is in one group of each kind: one kind is summed.
  const once = facets.some(isFact) ? groups.filter(({ profile }) => profile !== null) : groups;
  const sum = (counts: (mark: number) => boolean) => once.reduce((all, { mark, n }) => all + (counts(mark) ? n : 0), 0);
  return { total: sum(isListed), undecided: sum(isUndecided) };
}

function sumFacets(query: KeyQuery, fields: readonly QueryField[], groups: readonly CountGroup[]): Facets {
  const bits = fields.map((field) => facetBit(query, field));
  return countFacets(fields, (count) => {
    for (const group of groups) {
      const cells = cellsOf(group);
      fields.forEach((field, facet) => {
        const cell = cells[field];
        if (cell !== undefined) count(facet, cell, (group.mark & (bits[facet] ?? 0)) === 0 ? 0 : group.n);
      });
    }
  });
}

/** What a group says of each facet field; a field of the other kind is not among it. */
function cellsOf({ place, profile, presence }: CountGroup): Partial<Record<QueryField, FacetCell>> {
  if (place) return place;
  if (profile === null) return {};
  const cells = readProfile(profile);
  return { presence, ...Object.fromEntries(PROFILE_FIELDS.map((field, i) => [field, cells[i] ?? null])) };
}
