import { type SQL, sql } from "drizzle-orm";
import { type QueryField, ruleOf } from "../../query/fields.ts";
import type { Filter, FilterValue } from "../../query/query.ts";
import { bareAlias } from "../../query/search-text.ts";
import { keys } from "../schema.ts";
import { columnOf, rangeSql, type ValueContext } from "./value-sql.ts";

/**
 * What every row fulfils that these filters do not refuse, in words that an index answers; null where no index helps. Rows that do not pass are among them: the
 * verdict is asked all the same. `search` holds what all the searches of texts look for, so one index of its trigrams serves them.
 */
export function maybeSql(filters: readonly Filter[], context: ValueContext): SQL | null {
  const tests = filters.flatMap((filter) => maybeOne(filter, context) ?? []);
  return tests.length === 0 ? null : sql.join(tests, sql` and `);
}

function maybeOne(filter: Filter, { now }: ValueContext): SQL | null {
  if (filter.negated) return null;
  const values = filter.values.map((value) => maybeValue(filter, value, now));
  if (values.length === 0 || values.some((value) => value === null)) return null;
  const untold = filter.field === "id" || filter.field === "ref" ? [] : [sql`${keys.untold}`];
  return sql`(${sql.join([...values.filter((value) => value !== null), ...untold], sql` or `)})`;
}

function maybeValue({ field, match }: Filter, value: FilterValue, now: Date): SQL | null {
  if (field === "ref") return value.kind === "text" && match === "equals" ? sql`${keys.ref} = ${value.text}` : null;
  if (ruleOf(field).kind === "time" && field !== "seen") {
    // With both ends a planner without statistics expects few rows, and looks at the index: the embedded database gathers none by itself.
    if (value.kind === "range") return sql`(${rangeSql(columnOf(field), value, now)} and ${columnOf(field)} between '-infinity' and 'infinity')`;
    return value.kind === "any" ? sql`${columnOf(field)} is not null` : null;
  }
  const texts = textsIn(field, match, value).filter(isIndexed);
  return texts.length === 0 ? null : sql`(${sql.join(texts.map(holdsSql), sql` and `)})`;
}

/** Texts that `search` holds wherever the value is found. */
function textsIn(field: QueryField, match: Filter["match"], value: FilterValue): string[] {
  if (value.kind === "tag") {
    if (value.value === null) return [value.key];
    return match === "contains" ? [`${value.key}:`, value.value] : [`${value.key}:${value.value}`];
  }
  if (value.kind !== "text") return [];
  if (field === "alias") return [bareAlias(value.text)];
  return field === "q" || field === "id" || field === "description" ? [value.text] : [];
}

/** Three letters or digits in a row are one trigram at least. The lower case of a sigma hangs on what stands beside it, in `search` and in the value. */
const isIndexed = (text: string) => /[\p{L}\p{N}]{3}/u.test(text) && !/[Σσς]/.test(text);

const holdsSql = (text: string) => sql`${keys.search} like ${`%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`}`;
