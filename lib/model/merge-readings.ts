import { FACT_FIELDS, type FactField } from "./key.ts";
import { primaryAlias } from "./primary-alias.ts";
import type { Absence, Call, KeyReading, ReadKey } from "./reading.ts";
import type { AbsentReason } from "./vocabulary.ts";

export interface ReadingPart {
  reading: KeyReading;
  call: Call;
}

/** A value or a stated "does not apply" outweighs "this cloud never tells", which outweighs a refused call, which outweighs "not asked yet". */
const WEIGHT: Record<AbsentReason, number> = { "not-applicable": 4, unreported: 3, denied: 2, failed: 2, pending: 1 };
const VALUE_WEIGHT = 4;

/**
 * One key out of everything that was answered about it, in the order of asking: of two answers of equal weight the later wins.
 * Aliases and tags are joined, since a key may stand on several pages of a listing of them; its alias is one of its aliases.
 * A field that no answer mentions is `unreported` where the cloud never tells it, else `pending`.
 * `parts` all speak of one key and are at least one. The cloud has the last word where one answer sheds light on another.
 */
export function mergeReadings(cloud: { unreported: readonly FactField[]; reconcile?(key: ReadKey): void }, parts: readonly ReadingPart[]): ReadKey {
  const first = parts[0];
  if (!first) throw new Error("a key needs at least one reading");
  const key: ReadKey = { keyId: first.reading.keyId, arn: null, values: {}, absent: {}, facts: {}, raw: {}, describedAt: null };
  for (const { reading, call } of parts) {
    key.arn = reading.arn ?? key.arn;
    if (reading.described) key.describedAt = call.at;
    if (reading.raw !== null && reading.raw !== undefined) key.raw[call.operation] = reading.raw;
  }
  for (const field of FACT_FIELDS) settle(key, field, parts, cloud.unreported.includes(field));
  joinPages(key, parts);
  cloud.reconcile?.(key);
  return key;
}

/** Several answers of the call that won are pages of one answer. */
function joinPages(key: ReadKey, parts: readonly ReadingPart[]): void {
  const pages = (field: "alias" | "aliases" | "tags") =>
    parts.filter((part) => part.call.operation === key.facts[field]?.operation).map((part) => part.reading.values);
  if (key.values.alias !== undefined) key.values.alias = primaryAlias(pages("alias").flatMap((values) => values.alias ?? []));
  if (key.values.aliases) key.values.aliases = [...new Set([key.values.alias ?? [], ...pages("aliases").map((values) => values.aliases ?? [])].flat())];
  if (key.values.tags) key.values.tags = Object.fromEntries(pages("tags").flatMap((values) => Object.entries(values.tags ?? {})));
}

function settle(key: ReadKey, field: FactField, parts: readonly ReadingPart[], neverTold: boolean): void {
  let weight = 0;
  let said: ReadingPart | null = null;
  for (const part of parts) {
    const here = weightOf(part.reading, field);
    if (here > 0 && here >= weight) [weight, said] = [here, part];
  }
  if (said && weight === VALUE_WEIGHT && field in said.reading.values) Object.assign(key.values, { [field]: said.reading.values[field] });
  else key.absent[field] = neverTold && weight < WEIGHT.unreported ? { reason: "unreported" } : absenceIn(said, field);
  if (said) key.facts[field] = { operation: said.call.operation, at: said.call.at, requestId: said.call.requestId };
}

function absenceIn(part: ReadingPart | null, field: FactField): Absence {
  return part?.reading.absent[field] ?? { reason: "pending" };
}

function weightOf(reading: KeyReading, field: FactField): number {
  if (reading.values[field] !== undefined) return VALUE_WEIGHT;
  const absence = reading.absent[field];
  return absence ? WEIGHT[absence.reason] : 0;
}
