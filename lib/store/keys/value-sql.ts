import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { QueryField } from "../../query/fields.ts";
import type { Filter, FilterValue } from "../../query/query.ts";
import { resolveRange } from "../../query/resolve-range.ts";
import { bareAlias, foldAscii } from "../../query/search-text.ts";
import { keys, sources } from "../schema.ts";
import { accountIdsSql, type ScopedAccount } from "./scoped-accounts.ts";

export interface ValueContext {
  now: Date;
  accounts: readonly ScopedAccount[];
}

/** A present key was seen by its source's last complete reading, which writes no row that stayed the same: `seenAt` says the same of a record. */
const SEEN = sql`(case when ${keys.presence} = 'present'
  then greatest(${keys.lastSeenAt}, (select ${sources.lastReadAt} from ${sources} where ${sources.id} = ${keys.sourceId})) else ${keys.lastSeenAt} end)`;

/** The column of each field that is one value: names never come from input. */
const COLUMNS = {
  cloud: keys.cloud,
  region: keys.region,
  project: keys.project,
  state: keys.state,
  spec: keys.spec,
  family: keys.family,
  usage: keys.usage,
  origin: keys.origin,
  protection: keys.protection,
  manager: keys.manager,
  rotation: keys.rotation,
  deletionProtection: keys.deletionProtection,
  presence: keys.presence,
  instance: keys.instance,
  enterpriseProject: keys.enterpriseProject,
  id: keys.keyId,
  ref: keys.ref,
  description: keys.description,
  created: keys.createdAt,
  deletes: keys.deletesAt,
  expires: keys.expiresAt,
  rotated: keys.lastRotatedAt,
  seen: SEEN,
  account: keys.accountId,
} as const satisfies Partial<Record<QueryField, AnyPgColumn | SQL>>;

/** Throws for a field that is more than one column. */
export function columnOf(field: QueryField): AnyPgColumn | SQL {
  const columns: Partial<Record<QueryField, AnyPgColumn | SQL>> = COLUMNS;
  const column = columns[field];
  if (!column) throw new Error(`${field} is not one column`);
  return column;
}

/** One value of a filter as a boolean of what a row holds; NULL counts as no. The same answer as `testValue`. */
export function valueSql(filter: Filter, value: FilterValue, context: ValueContext, reason: SQL | null): SQL {
  switch (value.kind) {
    case "none":
      return reason === null ? emptySql(filter.field) : sql`(${emptySql(filter.field)} and ${reason} is null)`;
    case "any":
      return sql`not ${emptySql(filter.field)}`;
    case "range":
      return rangeSql(columnOf(filter.field), value, context.now);
    case "tag":
      return tagSql(filter, value);
    case "text":
      return textSql(filter, value.text, context);
    case "absent":
      return sql`${reason} = ${value.reason}`;
  }
}

function emptySql(field: QueryField): SQL {
  if (field === "alias") return sql`(${keys.aliasText} = '')`;
  if (field === "tag") return sql`(${keys.tagPairs} = '[]')`;
  if (field === "q") return sql`false`;
  return sql`(${columnOf(field)} is null)`;
}

/** Whether a time lies in a span; both ends belong to it. */
export function rangeSql(column: AnyPgColumn | SQL, range: Extract<FilterValue, { kind: "range" }>, now: Date): SQL {
  const { fromMs, toMs } = resolveRange(range, now);
  const from = fromMs === null ? [] : [sql`${column} >= ${new Date(fromMs).toISOString()}::timestamptz`];
  const to = toMs === null ? [] : [sql`${column} <= ${new Date(toMs).toISOString()}::timestamptz`];
  return sql`(${sql.join([...from, ...to], sql` and `)})`;
}

function tagSql({ match }: Filter, { key, value }: Extract<FilterValue, { kind: "tag" }>): SQL {
  if (match === "equals") return value === null ? sql`${keys.tags} ? ${key}::text` : sql`${keys.tags} ->> ${key}::text = ${value}`;
  const pair =
    value === null
      ? comparesSql(match, sql`(pair ->> 0)`, key.toLowerCase())
      : sql`pair ->> 0 = ${key.toLowerCase()} and ${comparesSql(match, sql`(pair ->> 1)`, value.toLowerCase())}`;
  return sql`exists (select from jsonb_array_elements(${keys.tagPairs}) as pair where ${pair})`;
}

function textSql(filter: Filter, text: string, { accounts }: ValueContext): SQL {
  const { field, match } = filter;
  if (field === "q") return comparesSql("contains", sql`${keys.search}`, text.toLowerCase());
  if (field === "account") return accountIdsSql(accounts, filter, text);
  if (field === "alias") return aliasSql(match, text);
  const columns = field === "id" ? [keys.keyId, keys.arn] : [columnOf(field)];
  const tests = columns.map((column) => {
    if (match === "equals") return sql`${column} = ${text}`;
    return field === "description"
      ? comparesSql(match, sql`${keys.descriptionLower}`, text.toLowerCase())
      : comparesSql(match, foldSql(column), foldAscii(text));
  });
  return tests.length === 1
    ? sql`${tests[0]}`
    : sql`(${sql.join(
        tests.map((test) => sql`coalesce(${test}, false)`),
        sql` or `,
      )})`;
}

function aliasSql(match: Filter["match"], text: string): SQL {
  const bare = bareAlias(text);
  const both = sql.param([bare, `alias/${bare}`]);
  if (match === "equals") return sql`(${keys.alias} = any(${both}::text[]) or coalesce(${keys.aliases} ?| ${both}::text[], false))`;
  const begins = comparesSql("contains", sql`${keys.aliasText}`, `\n${bareAlias(text.toLowerCase())}`);
  if (match === "starts-with") return begins;
  const holds = comparesSql("contains", sql`${keys.aliasText}`, text.toLowerCase());
  return text.toLowerCase() === bareAlias(text.toLowerCase()) ? holds : sql`(${holds} or ${begins})`;
}

/** Plain search for a text, without a pattern language: nothing in it needs an escape. */
function comparesSql(match: Filter["match"], held: SQL, wanted: string): SQL {
  return match === "contains" ? sql`strpos(${held}, ${wanted}) > 0` : sql`starts_with(${held}, ${wanted})`;
}

/** Lower case of the letters A to Z, as `foldAscii`: what `lower` does under this collation. */
export function foldSql(column: AnyPgColumn | SQL): SQL {
  return sql`lower(${column} collate "C")`;
}
