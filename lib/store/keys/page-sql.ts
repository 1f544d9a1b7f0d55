import { type SQL, sql } from "drizzle-orm";
import type { CursorPlace } from "../../query/cursor.ts";
import type { KeyQuery } from "../../query/query.ts";
import { keys, sources } from "../schema.ts";
import { allSql, listedSql, type Verdicts } from "./query-sql.ts";
import { ofAccountsSql } from "./scoped-accounts.ts";
import { afterSql, orderSql } from "./sort-sql.ts";
import type { ValueContext } from "./value-sql.ts";

/** What only searches read: never sent. */
const INNER = sql.raw("'{search,alias_text,alias_sort,tag_pairs,description_lower,profile,missed_listings}'::text[]");

/** The rows of one page as JSON, in no order, and one row more where more follow. Sorted by few columns first: whole rows are fetched for the page only. */
export function pageSql(query: KeyQuery, place: CursorPlace | null, verdicts: Verdicts, context: ValueContext): SQL {
  const listed = listedSql(query, allSql(verdicts.map(({ verdict }) => verdict)));
  const after = place ? sql` and ${afterSql(query, place, context.accounts)}` : sql``;
  const offset = place ? 0 : (query.page - 1) * query.size;
  return sql`select (to_jsonb(${keys}) - ${INNER}) || jsonb_build_object('read_at', ${sources.lastReadAt}) as row
    from ${keys} join ${sources} on ${sources.id} = ${keys.sourceId} where ${keys.ref} in (
    select ${keys.ref} from ${keys} where ${ofAccountsSql(context.accounts)} and ${listed}${after}
    order by ${orderSql(query, context.accounts)} limit ${query.size + 1} offset ${offset})`;
}
