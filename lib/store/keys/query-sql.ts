import { type SQL, sql } from "drizzle-orm";
import { effectiveFilters } from "../../query/default-query.ts";
import type { QueryField } from "../../query/fields.ts";
import type { KeyQuery } from "../../query/query.ts";
import { filterSql } from "./filter-sql.ts";
import type { ValueContext } from "./value-sql.ts";

/** A query's filters, each by its field, as booleans of a row. */
export type Verdicts = { field: QueryField; verdict: SQL }[];

export function verdictsOf(query: KeyQuery, context: ValueContext): Verdicts {
  return effectiveFilters(query).map((filter) => ({ field: filter.field, verdict: filterSql(filter, context) }));
}

/** All of them at once: AND of three-valued logic is just what `judge` does. */
export function allSql(verdicts: readonly SQL[]): SQL {
  return verdicts.length
    ? sql`(${sql.join(
        verdicts.map((verdict) => sql`(${verdict})`),
        sql` and `,
      )})`
    : sql`true`;
}

/** The rows that the query lists: those judged yes, or those that could not be judged. */
export function listedSql(query: KeyQuery, all: SQL): SQL {
  return query.judged === "undecided" ? sql`${all} is null` : sql`${all} is true`;
}
