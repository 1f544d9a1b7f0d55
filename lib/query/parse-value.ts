import { ABSENT_REASONS, type AbsentReason } from "../model/vocabulary.ts";
import { parseBound } from "./bound.ts";
import { isReservedWord, type Written } from "./escape.ts";
import { fault, short, unknownValue } from "./fault.ts";
import { type QueryField, ruleOf } from "./fields.ts";
import type { FilterValue, QueryFault } from "./query.ts";

/** Longest text that a value may hold; free text may hold less. Counted in characters. */
const LONGEST = 1000;
const LONGEST_SEARCH = 200;

/** One value of one field, or the fault in it. */
export function parseValue(field: QueryField, written: Written): FilterValue | QueryFault {
  const { text, shape } = written;
  const rule = ruleOf(field);
  const longest = rule.kind === "search" ? LONGEST_SEARCH : LONGEST;
  if (text === "") return malformed(field, text, `${field} has an empty value; write ${field}=none for keys that have none`);
  if (text.includes("\u0000")) return malformed(field, text, `${field} holds a character that no cloud uses`);
  if ([...text].length > longest) return malformed(field, text, `${field} takes at most ${longest} characters`);
  if (isReservedWord(field, shape)) return reserved(shape);
  if (rule.kind === "time") return parseRange(field, text, shape);
  if (rule.kind === "tag") return parseTag(field, text, shape);
  if (rule.kind === "closed" && !rule.values?.includes(text)) return unknownValue(field, text);
  return { kind: "text", text };
}

function reserved(word: string): FilterValue {
  if (word === "none" || word === "any") return { kind: word };
  return { kind: "absent", reason: ABSENT_REASONS.find((reason) => reason === word) as AbsentReason };
}

function parseTag(field: QueryField, text: string, shape: string): FilterValue | QueryFault {
  const colon = shape.indexOf(":");
  if (colon === 0) return malformed(field, text, `${field}=${short(text)} has no tag key before its colon`);
  if (colon < 0) return { kind: "tag", key: text, value: null };
  return { kind: "tag", key: text.slice(0, colon), value: text.slice(colon + 1) };
}

function parseRange(field: QueryField, text: string, shape: string): FilterValue | QueryFault {
  const dots = shape.indexOf("..");
  if (dots < 0) {
    const bound = parseBound(text);
    if (bound?.kind === "relative")
      return malformed(field, text, `${field}=${short(text)} is one moment; write ${short(text)}.. or ..${short(text)} for a range`);
    return bound ? { kind: "range", from: bound, to: bound } : noTime(field, text);
  }
  const [from, to] = [text.slice(0, dots), text.slice(dots + 2)];
  if (from === "" && to === "") return noTime(field, text);
  const [first, last] = [from === "" ? null : parseBound(from), to === "" ? null : parseBound(to)];
  if ((from !== "" && !first) || (to !== "" && !last)) return noTime(field, text);
  return { kind: "range", from: first, to: last };
}

const noTime = (field: QueryField, text: string) =>
  malformed(field, text, `${field}=${short(text)} is no time or range, such as 2026-01-31, 2026-01-01.. or ..7d`);
const malformed = (field: QueryField, text: string, message: string) => fault("malformed", field, text, message);
