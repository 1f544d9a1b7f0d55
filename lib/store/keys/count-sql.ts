import { type SQL, sql } from "drizzle-orm";
import type { QueryField } from "../../query/fields.ts";
import type { KeyQuery } from "../../query/query.ts";
import { accounts, keys, sources } from "../schema.ts";
import { PROFILE_FIELDS } from "./profile.ts";
import { allSql, listedSql, type Verdicts } from "./query-sql.ts";
import { ofAccountsSql } from "./scoped-accounts.ts";
import type { ValueContext } from "./value-sql.ts";

/**
 * Rows in scope that are alike: `mark` holds what the query says of them (see `readMark`), and either the source or the profile is named.
 * With both kinds asked for, every row is counted once in each.
 */
export interface CountGroup {
  mark: number;
  n: number;
  place: { cloud: string; account: string; region: string; project: string | null } | null;
  profile: string | null;
  presence: string | null;
}

/** Bits of a mark: listed, undecided, then one for each facet in order: listed if the facet's own filter were not there. */
export function readMark(mark: number, facet: number): boolean {
  return (mark & (1 << (facet + 2))) !== 0;
}
export const isListed = (mark: number) => (mark & 1) !== 0;
export const isUndecided = (mark: number) => (mark & 2) !== 0;

/**
 * All counts of a query in one scan, as a statement that gives one JSON list of groups: total, undecided, and every facet without its own field's filter.
 * Rows that pass nothing are grouped too, so that values which only occur there are counted as zero.
 */
export function countSql(query: KeyQuery, facets: readonly QueryField[], verdicts: Verdicts, context: ValueContext): SQL {
  const all = allSql(verdicts.map((_, i) => sql.raw(`v${i}`)));
  const without = facets.map((field) => allSql(verdicts.flatMap((own, i) => (own.field === field ? [] : [sql.raw(`v${i}`)]))));
  const bits = [listedSql(query, all), sql`${all} is null`, ...without.map((others) => listedSql(query, others))];
  const mark = sql.join(bits.map((bit, i) => sql`(${bit})::int * ${sql.raw(String(1 << i))}`), sql` + `);
  const columns = verdicts.map(({ verdict }, i) => sql`, ${verdict} as ${sql.raw(`v${i}`)}`);
  const facts = facets.some(isFact);
  const places = facets.some((field) => !isFact(field));
  const sets = [...(facts ? [sql`(mark, profile, presence)`] : []), ...(places ? [sql`(mark, source_id)`] : []), ...(facts || places ? [] : [sql`(mark)`])];
  // `offset 0` keeps the planner from copying a verdict's expression into each bit of the mark.
  return sql`select json_agg(json_build_object('mark', mark, 'n', n, 'profile', profile, 'presence', presence, 'place', case when source_id is not null then (${PLACE}) end)) as groups
    from (select mark, ${facts ? sql`profile, presence` : sql`null as profile, null as presence`}, ${places ? sql`source_id` : sql`null as source_id`}, count(*)::int as n
      from (select profile, presence, source_id, ${mark} as mark
        from (select ${keys.profile}, ${keys.presence}, ${keys.sourceId}${sql.join(columns)} from ${keys} where ${ofAccountsSql(context.accounts)} offset 0) as judged) as marked
      group by grouping sets (${sql.join(sets, sql`, `)})) as grouped`;
}

const PLACE = sql`select json_build_object('cloud', a.cloud, 'account', a.id, 'region', s.region, 'project', s.project)
  from ${sources} s join ${accounts} a on a.id = s.account_id where s.id = source_id`;

/** Facets counted by profile; the others by source. */
export function isFact(field: QueryField): boolean {
  return field === "presence" || PROFILE_FIELDS.includes(field);
}
