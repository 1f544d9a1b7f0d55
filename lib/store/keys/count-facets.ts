import type { FacetCount, Facets } from "../../model/answers.ts";
import { ABSENT_REASONS, FAMILIES, ORIGINS, STATES, USAGES } from "../../model/vocabulary.ts";
import { compareText } from "../../query/compare-text.ts";
import { type QueryField, ruleOf } from "../../query/fields.ts";
import { formatValue } from "../../query/format-value.ts";

/** What a facet counts a row under: a value, null for said empty, or an absent reason in a list of its own. */
export type FacetCell = string | null | [reason: string];

/** Words of open fields in the order in which people think of them. */
const ORDER: Partial<Record<QueryField, readonly string[]>> = { state: STATES, family: FAMILIES, usage: USAGES, origin: ORIGINS };

/**
 * Counts of each facet. A value that occurs among the cells has a count although it be zero, and so have the values of closed lists.
 * A value is written as a filter writes it (`formatValue`): `none` is said-empty, an account named "none" would be `\none`.
 */
export function countFacets(fields: readonly QueryField[], add: (count: (facet: number, cell: FacetCell, n: number) => void) => void): Facets {
  const counts = fields.map((field) => new Map(closedWords(field).map((word) => [word, 0])));
  add((facet, cell, n) => {
    const [field, count] = [fields[facet], counts[facet]];
    if (!field || !count) return;
    const value = writeCell(field, cell);
    count.set(value, (count.get(value) ?? 0) + n);
  });
  return Object.fromEntries(fields.map((field, i) => [field, inOrder(field, counts[i] ?? new Map())]));
}

function writeCell(field: QueryField, cell: FacetCell): string {
  if (cell === null) return "none";
  return typeof cell === "string" ? formatValue(field, { kind: "text", text: cell }) : cell[0];
}

function closedWords(field: QueryField): string[] {
  const { kind, values = [], fact } = ruleOf(field);
  return kind === "closed" ? values.filter((value) => fact === null || !(ABSENT_REASONS as readonly string[]).includes(value)) : [];
}

function inOrder(field: QueryField, counts: Map<string, number>): FacetCount[] {
  const words: readonly string[] = [...(ORDER[field] ?? closedWords(field))];
  const last = ["none", ...ABSENT_REASONS];
  const rank = (value: string) =>
    words.includes(value) ? words.indexOf(value) : words.length + 1 + (ruleOf(field).fact || value === "none" ? last.indexOf(value) + 1 : 0);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => rank(a.value) - rank(b.value) || compareText(a.value, b.value));
}
