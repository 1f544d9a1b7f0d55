import type { FacetCount } from "#lib/model/answers.ts";
import { ABSENT_REASONS, DELETION_PROTECTIONS, FAMILIES, MANAGERS, ORIGINS, PRESENCES, PROTECTIONS, ROTATIONS, USAGES } from "#lib/model/vocabulary.ts";
import { filterOf, toggleValue } from "#lib/query/edit-query.ts";
import { effectiveFilters } from "#lib/query/default-query.ts";
import { facetValue } from "#lib/query/facet-value.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { formatValue } from "#lib/query/format-value.ts";
import type { FilterValue } from "#lib/query/query.ts";
import type { KeyView } from "./key-view.ts";

/** One value of a facet, ready to be drawn. */
export interface FacetOption {
  value: string;
  label: string;
  count: number;
  /** The value as its filter says it. */
  asFilter: FilterValue;
  /** on: asked for; not: left out; off: neither. */
  mark: "on" | "not" | "off";
  /** The address with this value ticked or unticked. */
  href: string;
  /** Its count is a lower bound. */
  isPartial: boolean;
  /** A source of this very place is unread. */
  isDark: boolean;
}

/** Values in the order of their meaning: what needs a person first. Others go by count. */
const ORDERS: Partial<Record<QueryField, readonly string[]>> = {
  state: ["pending-deletion", "pending-import", "pending-activation", "disabled", "enabled", ...ABSENT_REASONS],
  rotation: [...ROTATIONS, ...ABSENT_REASONS],
  family: FAMILIES,
  usage: USAGES,
  origin: ORIGINS,
  protection: [...PROTECTIONS, ...ABSENT_REASONS],
  manager: [...MANAGERS, ...ABSENT_REASONS],
  deletionProtection: [...DELETION_PROTECTIONS, ...ABSENT_REASONS],
  presence: PRESENCES,
};

/** Fields whose values are each read or unread by themselves. */
const PLACES = new Set<QueryField>(["cloud", "account", "region"]);

/** How a value is called, and whether what stands behind it was wholly read. */
export interface FacetNames {
  label: (field: QueryField, value: string) => string;
  isDark: (field: QueryField, value: string) => boolean;
}

/** The values of one facet: those that were counted, and those that the filter names although none has them. */
export function facetOptions(view: KeyView, field: QueryField, counts: readonly FacetCount[], names: FacetNames, isPartial: boolean): FacetOption[] {
  const filter = effectiveFilters(view.query).find((known) => known.field === field);
  const isList = !filter || filter.match === "equals";
  const named = new Map((isList ? (filter?.values ?? []) : []).map((value) => [formatValue(field, value), value]));
  // An account is asked for by its id or by its name: a filter that names it is the tick of the one that bears it.
  const byName = (value: string) => (field === "account" ? named.get(formatValue(field, { kind: "text", text: names.label(field, value) })) : undefined);
  const counted = counts.map(({ value, count }) => ({ value, count, asFilter: byName(value) ?? facetValue(field, value) }));
  const uncounted = [...named]
    .filter(([text, value]) => value.kind === "text" && !counted.some(({ asFilter }) => formatValue(field, asFilter) === text))
    .map(([, value]) => ({ value: value.kind === "text" ? value.text : "", count: 0, asFilter: value }));
  // Coverage speaks of the places that the other filters leave; the field's own filter is no part of its counts.
  const isDark = (value: string) => (isPartial || filter !== undefined) && names.isDark(field, value);
  return [...sortCounts(field, counted), ...uncounted].map(({ value, count, asFilter }) => {
    const isNamed = named.has(formatValue(field, asFilter));
    const toggled = isList
      ? toggleValue(view.query, field, asFilter)
      : toggleValue({ ...view.query, filters: view.query.filters.filter((other) => other.field !== field) }, field, asFilter);
    return {
      value,
      asFilter,
      count,
      label: names.label(field, value),
      mark: !isNamed ? "off" : filter?.negated ? "not" : "on",
      href: view.href(toggled),
      isPartial: PLACES.has(field) ? isDark(value) : isPartial,
      isDark: isDark(value),
    };
  });
}

/** The counts of a facet in the order in which its values are read. */
export function sortCounts<T extends FacetCount>(field: QueryField, counts: readonly T[]): T[] {
  const order = ORDERS[field];
  const rank = (value: string) => (order?.includes(value) ? order.indexOf(value) : (order?.length ?? 0));
  return counts.toSorted((a, b) => rank(a.value) - rank(b.value) || b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** A facet earns its place when it can still divide the list, or when it already does. */
export function isWorthShowing(view: KeyView, field: QueryField, counts: readonly FacetCount[]): boolean {
  return counts.length > 1 || filterOf(view.query, field) !== null;
}
