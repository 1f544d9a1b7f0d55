import type { KeyDetail } from "#lib/model/key.ts";
import { zoneDay } from "#lib/model/wall-clock.ts";
import { filterOf, withFilter } from "#lib/query/edit-query.ts";
import { ruleOf } from "#lib/query/fields.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { formatValue } from "#lib/query/format-value.ts";
import { boundOfDay } from "#lib/query/zone-range.ts";
import type { FilterValue, KeyQuery } from "#lib/query/query.ts";

/** What a filter of this field asks for to find keys like this one: its value, its reason for having none, or "empty". A date is its day in the zone. Null: nothing to ask by. */
export function askedValue(key: KeyDetail, field: QueryField, zone: string): FilterValue | null {
  const { property, fact, kind } = ruleOf(field);
  const reason = fact && key.absent[fact];
  if (reason) return { kind: "absent", reason };
  const value = property === "account" ? key.account.id : key[property];
  if (value === null || value === "") return { kind: "none" };
  if (typeof value !== "string") return null;
  if (kind !== "time") return { kind: "text", text: value };
  const day = zoneDay(value, zone);
  return { kind: "range", from: boundOfDay(day, "from", zone), to: boundOfDay(day, "to", zone) };
}

/** The view with nothing but this value in that field. */
export const withOnly = (query: KeyQuery, field: QueryField, value: FilterValue): KeyQuery =>
  withFilter(query, { field, negated: false, match: "equals", values: [value] });

/** Whether a value can be left out beside what the field asks already: "contains eu" and "is not north" cannot be said together, and one in place of the other brings keys back. */
export const canLeaveOut = (query: KeyQuery, field: QueryField): boolean => (filterOf(query, field)?.match ?? "equals") === "equals";

/** The view without this value: one more in a list of what is left out; taken out of a list of what is asked for, if something stays in it. */
export function withoutValue(query: KeyQuery, field: QueryField, value: FilterValue): KeyQuery {
  const known = filterOf(query, field);
  const others = known?.match === "equals" ? known.values.filter((one) => formatValue(field, one) !== formatValue(field, value)) : [];
  if (known && !known.negated && others.length > 0) return withFilter(query, { ...known, values: others });
  return withFilter(query, { field, negated: true, match: "equals", values: [...(known?.negated ? others : []), value] });
}
