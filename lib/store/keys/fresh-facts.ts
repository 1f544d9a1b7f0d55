import type { Fact, FactField } from "../../model/key.ts";

/**
 * Facts with the time when their call last said so. A fact is written only when something of its key changes; that the same call was asked again since and
 * changed nothing stands in `key_checks`.
 */
export function freshFacts(
  facts: Partial<Record<FactField, Fact>>,
  calls: Record<string, { at: string; requestId: string | null }> | null,
): Partial<Record<FactField, Fact>> {
  if (!calls) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([field, fact]) => {
      const last = Object.hasOwn(calls, fact.operation) ? calls[fact.operation] : undefined;
      return [field, last && Date.parse(last.at) > Date.parse(fact.at) ? { operation: fact.operation, ...last } : fact];
    }),
  );
}
