import { type SQL, sql } from "drizzle-orm";
import type { CursorPlace } from "../../query/cursor.ts";
import type { KeyQuery } from "../../query/query.ts";
import { keyChecks, keys, sources } from "../schema.ts";
import { allSql, listedSql, type Verdicts } from "./query-sql.ts";
import { ofAccountsSql } from "./scoped-accounts.ts";
import { afterSql, orderSql } from "./sort-sql.ts";
import type { ValueContext } from "./value-sql.ts";

/** What only searches read: never sent. */
export const INNER = sql.raw("'{search,alias_text,alias_sort,tag_pairs,description_lower,untold,profile,missed_listings}'::text[]");

/** Where a page is found and when it is asked for at all: sorted out of the rows that `among` leaves; without it the table's own order may be walked. */
interface Finding {
  among: SQL | null;
  isAsked: SQL;
}

const ANYWHERE: Finding = { among: null, isAsked: sql`true` };

/**
 * The rows of one page as JSON, in no order, and one row more where more follow. Sorted by few columns first: whole rows are fetched for the page only.
 * A page of the second half is counted from the end, where `total` says how many rows there are.
 */
export function pageSql(query: KeyQuery, place: CursorPlace | null, verdicts: Verdicts, context: ValueContext, total: number | null, finding = ANYWHERE): SQL {
  const listed = listedSql(query, allSql(verdicts.map(({ verdict }) => verdict)));
  const after = place ? sql` and ${afterSql(query, place, context.accounts)}` : sql``;
  const { fromEnd, limit, offset } = cutOf(query, place, total);
  const wanted = sql`where ${finding.isAsked} and ${ofAccountsSql(context.accounts)} and ${listed}${after}`;
  // `offset 0` keeps the planner from walking the order's index in the hope of few rows.
  const found = finding.among ? sql`(select ${keys}.* from ${keys} ${wanted} and ${finding.among} offset 0) as ${keys}` : sql`${keys} ${wanted}`;
  return sql`select (to_jsonb(${keys}) - ${INNER}) || jsonb_build_object('read_at', ${sources.lastReadAt}, 'checked_at', ${keyChecks.describedAt}) as row
    from ${keys} join ${sources} on ${sources.id} = ${keys.sourceId} left join ${keyChecks} on ${keyChecks.ref} = ${keys.ref} where ${keys.ref} in (
    select ${keys.ref} from ${found} order by ${orderSql(query, context.accounts, fromEnd)} limit ${limit} offset ${offset})`;
}

function cutOf({ page, size }: KeyQuery, place: CursorPlace | null, total: number | null): { fromEnd: boolean; limit: number; offset: number } {
  const offset = place ? 0 : (page - 1) * size;
  const end = offset + size + 1;
  if (total === null || place || offset >= total || offset < total / 2) return { fromEnd: false, limit: size + 1, offset };
  return { fromEnd: true, limit: Math.min(end, total) - offset, offset: Math.max(0, total - end) };
}
