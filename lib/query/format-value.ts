import { formatBound } from "./bound.ts";
import { escapeValue, isReservedWord } from "./escape.ts";
import type { QueryField } from "./fields.ts";
import type { Filter, FilterValue } from "./query.ts";

/** A value as it stands in a list, minimally escaped: what `parseValue` reads back. Not percent-encoded. */
export function formatValue(field: QueryField, value: FilterValue): string {
  switch (value.kind) {
    case "none":
    case "any":
      return value.kind;
    case "absent":
      return value.reason;
    case "range":
      return formatRange(value);
    case "tag":
      return value.value === null ? text(field, value.key, ":") : `${escapeValue(value.key, ":")}:${escapeValue(value.value)}`;
    case "text":
      return text(field, value.text);
  }
}

function text(field: QueryField, value: string, also: "" | ":" = ""): string {
  return isReservedWord(field, value) ? `\\${value}` : escapeValue(value, also);
}

function formatRange({ from, to }: Extract<FilterValue, { kind: "range" }>): string {
  const [first, last] = [from ? formatBound(from) : "", to ? formatBound(to) : ""];
  return first === last && from?.kind !== "relative" ? first : `${first}..${last}`;
}

/** The whole right side of a parameter: operator, then the values in order. Not percent-encoded. */
export function formatFilter(filter: Filter): string {
  const list = filter.values.map((value) => formatValue(filter.field, value)).join(",");
  const match = filter.field === "q" || filter.match === "equals" ? "" : filter.match === "contains" ? "~" : "^";
  // Only where the next character would be read as an operator.
  const wouldRead = match ? /^$/ : filter.negated ? /^[~^]/ : /^[!~^]/;
  return `${filter.negated ? "!" : ""}${match}${wouldRead.test(list) ? "\\" : ""}${list}`;
}
