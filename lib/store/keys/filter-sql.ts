import { type SQL, sql } from "drizzle-orm";
import { UNDECIDED_REASONS } from "../../model/vocabulary.ts";
import type { QueryField } from "../../query/fields.ts";
import { ruleOf } from "../../query/fields.ts";
import type { Filter } from "../../query/query.ts";
import { keys } from "../schema.ts";
import { columnOf, valueSql, type ValueContext } from "./value-sql.ts";

const UNDECIDED = sql.raw(`(${UNDECIDED_REASONS.map((reason) => `'${reason}'`).join(", ")})`);

/** One filter as a boolean of a row: true, false, or NULL for undecided. The same answer as `judgeFilter`, which says why. */
export function filterSql(filter: Filter, context: ValueContext): SQL {
  const { field, negated } = filter;
  const reason = reasonSql(field);
  const absent = filter.values.flatMap((value) => (value.kind === "absent" ? [value.reason] : []));
  const tests = filter.values.filter((value) => value.kind !== "absent").map((value) => valueSql(filter, value, context, reason));
  const byName = absent.length ? [sql`coalesce(${reason} = any(${sql.param(absent)}::text[]), false)`] : [];
  const known = sql`(${sql.join([...tests.map((test) => sql`coalesce(${test}, false)`), ...byName], sql` or `)})`;
  if (tests.length === 0 || reason === null) return negated ? sql`not ${known}` : known;
  const [yes, no] = [sql.raw(String(!negated)), sql.raw(String(negated))];
  return sql`case when ${known} then ${yes} when ${toldSql(field)} or ${reason} is null then ${no} when ${reason} in ${UNDECIDED} then null else false end`;
}

/** A cell that holds a value has no reason to be looked for in the JSON, which costs more than all the rest. */
function toldSql(field: QueryField): SQL {
  return field === "alias" || field === "q" ? sql.raw("false") : field === "tag" ? sql`${keys.tags} is not null` : sql`${columnOf(field)} is not null`;
}

/** The SQL of `absentReason`: why a field's cell holds no value; null for fields that always do. */
function reasonSql(field: QueryField): SQL | null {
  if (field === "alias")
    return sql`case when not ${keys.absent} ?| '{alias,aliases}' then null when ${reasonOf("alias")} in ${UNDECIDED} then ${reasonOf("alias")}
      when ${reasonOf("aliases")} in ${UNDECIDED} then ${reasonOf("aliases")} else ${reasonOf("alias")} end`;
  if (field === "q") {
    const facts = ["alias", "aliases", "description", "tags"];
    return sql`case when ${keys.absent} ?| '{alias,aliases,description,tags}' and (${sql.join(
      facts.map((fact) => sql`${reasonOf(fact)} in ${UNDECIDED}`),
      sql` or `,
    )}) then 'pending' end`;
  }
  const { fact } = ruleOf(field);
  return fact === null ? null : reasonOf(fact);
}

/** `fact` is one of our own words, never input. */
function reasonOf(fact: string): SQL {
  return sql`(${keys.absent} ->> ${sql.raw(`'${fact}'`)})`;
}
