import { type SQL, sql } from "drizzle-orm";
import { effectiveFilters } from "../../query/default-query.ts";
import type { QueryField } from "../../query/fields.ts";
import type { KeyQuery } from "../../query/query.ts";
import { accounts, keys, sources } from "../schema.ts";
import { PROFILE_FIELDS } from "./profile.ts";
import { allSql, listedSql, type Verdicts } from "./query-sql.ts";
import { ofAccountsSql } from "./scoped-accounts.ts";
import type { ValueContext } from "./value-sql.ts";

/**
 * Rows in scope that are alike: `mark` holds in bits what the query says of them, and either the source or the profile is named.
 * With both kinds asked for, every row is counted once in each.
 */
export interface CountGroup {
  mark: number;
  n: number;
  place: { cloud: string; account: string; region: string; project: string | null } | null;
  profile: string | null;
  presence: string | null;
}

export const isListed = (mark: number) => (mark & 1) !== 0;
export const isUndecided = (mark: number) => (mark & 2) !== 0;

/** The bit that says whether a row would be listed if the facet's own filter were not there: that of the whole query where it has none. */
export function facetBit(query: Pick<KeyQuery, "filters">, field: QueryField): number {
  const own = effectiveFilters(query).findIndex((filter) => filter.field === field);
  return own < 0 ? 1 : 1 << (own + 2);
}

/**
 * All counts of a query in one scan, as a statement that gives one JSON list of groups: total, undecided, and every facet without its own field's filter.
 * Rows that pass nothing are grouped too, so that values which only occur there are counted as zero; but for those outside `among`.
 */
export function countSql(query: KeyQuery, facets: readonly QueryField[], verdicts: Verdicts, context: ValueContext, among: SQL = sql`true`): SQL {
  const all = allSql(verdicts.map(({ verdict }) => verdict));
  const inScope = sql`from ${keys} where ${ofAccountsSql(context.accounts)} and ${among}`;
  if (facets.length === 0)
    return sql`select json_build_array(${tally(1, listedSql(query, all))}, ${tally(2, sql`${all} is null`)}) as groups,
      count(*) filter (where ${listedSql(query, all)}) as listed ${inScope}`;
  const facts = facets.some(isFact);
  const places = facets.some((field) => !isFact(field));
  const sets = [...(facts ? [sql`(mark, profile, presence)`] : []), ...(places ? [sql`(mark, source_id)`] : [])];
  const columns = verdicts.map(({ verdict }, i) => sql`, ${verdict} as ${column(i)}`);
  // `offset 0` keeps the planner from copying a verdict's expression into each bit of the mark.
  return sql`select json_agg(json_build_object('mark', mark, 'n', n, 'profile', profile, 'presence', presence,
        'place', case when source_id is not null then (${PLACE}) end)) as groups, coalesce(sum(n) filter (where mark & 1 = 1), 0) as listed
    from (select mark, ${facts ? sql`profile, presence` : sql`null as profile, null as presence`},
        ${places ? sql`source_id` : sql`null as source_id`}, count(*)::int as n
      from (select profile, presence, source_id, ${markSql(query, facets, verdicts)} as mark
        from (select ${keys.profile}, ${keys.presence}, ${keys.sourceId}${sql.join(columns)} ${inScope} offset 0) as judged) as marked
      group by grouping sets (${sql.join(sets, sql`, `)})) as grouped`;
}

function tally(mark: 1 | 2, rows: SQL): SQL {
  return sql`json_build_object('mark', ${sql.raw(String(mark))}, 'n', count(*) filter (where ${rows}), 'profile', null, 'presence', null, 'place', null)`;
}

/** Listed, undecided, and one bit for each filter of a facet field: listed without it. */
function markSql(query: KeyQuery, facets: readonly QueryField[], verdicts: Verdicts): SQL {
  const all = allSql(verdicts.map((_, i) => column(i)));
  const without = verdicts.flatMap(({ field }, own) =>
    facets.includes(field) ? [{ rows: listedSql(query, allSql(verdicts.flatMap((_, i) => (i === own ? [] : [column(i)])))), bit: facetBit(query, field) }] : [],
  );
  const bits = [{ rows: listedSql(query, all), bit: 1 }, { rows: sql`${all} is null`, bit: 2 }, ...without];
  return sql.join(
    bits.map(({ rows, bit }) => sql`(${rows})::int * ${sql.raw(String(bit))}`),
    sql` + `,
  );
}

const column = (i: number) => sql.raw(`v${i}`);

const PLACE = sql`select json_build_object('cloud', a.cloud, 'account', a.id, 'region', s.region, 'project', s.project)
  from ${sources} s join ${accounts} a on a.id = s.account_id where s.id = source_id`;

/** Facets counted by profile; the others by source. */
export function isFact(field: QueryField): boolean {
  return field === "presence" || PROFILE_FIELDS.includes(field);
}
