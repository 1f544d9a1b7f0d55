import { type SQL, sql } from "drizzle-orm";
import type { FactField } from "../../model/key.ts";
import type { Scope } from "../../model/scope.ts";
import { UNDECIDED_REASONS } from "../../model/vocabulary.ts";
import { database } from "../database.ts";
import { keys } from "../schema.ts";
import { ofAccountsSql, scopedAccounts } from "./scoped-accounts.ts";

/** By source id, which of these facts some key of the source holds undecided (`denied`, `failed`, `pending`); a source without any is not in it. */
export async function undecidedFacts(scope: Scope, facts: readonly FactField[]): Promise<Map<string, Set<FactField>>> {
  if (facts.length === 0) return new Map();
  const accounts = await scopedAccounts(scope);
  const undecided = (fact: FactField): SQL =>
    sql`bool_or(coalesce(${keys.absent} ->> ${fact}::text = any(${sql.param([...UNDECIDED_REASONS])}::text[]), false)) as ${sql.identifier(fact)}`;
  const { rows } = await database().execute<{ source: string } & Partial<Record<FactField, boolean>>>(
    sql`select ${keys.sourceId} as source, ${sql.join(facts.map(undecided), sql`, `)} from ${keys}
      where ${ofAccountsSql(accounts)} and ${keys.presence} <> 'gone' and ${keys.absent} ?| ${sql.param([...facts])}::text[] group by ${keys.sourceId}`,
  );
  return new Map(rows.map((row) => [row.source, new Set(facts.filter((fact) => row[fact] === true))]));
}
