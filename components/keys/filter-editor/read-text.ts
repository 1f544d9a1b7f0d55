import { parseBound } from "#lib/query/bound.ts";
import { splitList } from "#lib/query/escape.ts";
import { QUERY_FIELDS, ruleOf, type QueryField } from "#lib/query/fields.ts";
import { parseFilter } from "#lib/query/parse-filter.ts";
import { parseValue } from "#lib/query/parse-value.ts";
import type { Filter, FilterValue } from "#lib/query/query.ts";
import { settleDays } from "#lib/query/zone-range.ts";
import { fieldWords } from "../words.ts";
import { choicesOf, type Offer } from "./choices-of.ts";
import type { Operator } from "./operators.ts";
import { isSpan, isTimeOperator, spanRange } from "./time-range.ts";

/** Typed text as one value of a field, or null for what can be none. */
export function readValue(field: QueryField, operator: Operator, text: string): FilterValue | null {
  const typed = text.trim();
  if (typed === "") return null;
  if (ruleOf(field).kind === "time") return readTime(field, operator, typed);
  if (ruleOf(field).kind !== "tag") return ruleOf(field).kind === "closed" ? literal(field, typed) : { kind: "text", text: typed };
  return literal(field, typed.replaceAll(",", "\\,"));
}

function literal(field: QueryField, written: string): FilterValue | null {
  const [item] = splitList(written) ?? [];
  const value = item ? parseValue(field, item) : null;
  return value && "kind" in value ? value : null;
}

const SPAN = /^(\d{1,5})\s*(h|d|w|hours?|days?|weeks?|小时|天|周)?$/i;
const UNITS: Record<string, "h" | "w"> = { h: "h", 小: "h", w: "w", 周: "w" };

/** "30", "12 h", "2 weeks" as a span; a day, or two with dots between them. */
function readTime(field: QueryField, operator: Operator, text: string): FilterValue | null {
  const [, amount, unit = "d"] = SPAN.exec(text) ?? [];
  if (amount !== undefined) {
    if (Number(amount) === 0 || !isSpan(operator)) return null;
    return spanRange(field, operator, { amount: Number(amount), unit: UNITS[unit.charAt(0).toLowerCase()] ?? "d" });
  }
  const written = literal("created", text);
  if (written?.kind !== "range") return null;
  if (text.includes("..")) return written;
  if (!isTimeOperator(operator)) return null;
  const day = parseBound(text);
  return day?.kind === "day" ? { kind: "range", from: day, to: day } : null;
}

/** `state:disabled`, `!tag=owner`, `Created: -30d..`: a filter in the words of the link or of the page, its field by either name. Days are those of the reader's zone. */
export function readFilter(text: string, offer: Offer, zone: string): Filter | null {
  const [, sign = "", name = "", rest = ""] = /^([-!]?)([\p{L} ]+?)\s*[:=：]\s*(.+)$/u.exec(text.trim()) ?? [];
  const wanted = name.toLowerCase();
  const field = wanted && QUERY_FIELDS.find((known) => known.toLowerCase() === wanted || fieldWords(known, offer.t).toLowerCase() === wanted);
  if (!field) return null;
  const choice = choicesOf(field, offer).find(({ label }) => label.toLowerCase() === rest.toLowerCase());
  if (choice) return { field, negated: sign !== "", match: "equals", values: [choice.value] };
  const { filter, faults } = parseFilter(field, `${sign && "!"}${rest}`);
  return faults.length === 0 && filter ? settleDays(filter, zone) : null;
}
