import type { KeyRow } from "../model/key.ts";
import { UNDECIDED_REASONS } from "../model/vocabulary.ts";
import { absentReason, testValue } from "./test-value.ts";
import { effectiveFilters } from "./default-query.ts";
import type { Filter, KeyQuery } from "./query.ts";

/** Yes, no, or null: undecided, because nobody told us what the cell holds. */
export type Verdict = true | false | null;

/** Whether a row passes all filters of a query, the default of `presence` included. */
export function judge(query: Pick<KeyQuery, "filters">, row: KeyRow, now: Date): Verdict {
  return allOf(effectiveFilters(query).map((filter) => judgeFilter(filter, row, now)));
}

/**
 * One filter on one row. A value test of an undecided cell is undecided, negated or not; of a cell that does not apply or that the cloud never
 * tells it is no, negated or not. Absent reasons asked for by name are always decided.
 */
export function judgeFilter(filter: Filter, row: KeyRow, now: Date): Verdict {
  const reason = absentReason(filter.field, row);
  const byName = filter.values.some((value) => value.kind === "absent" && value.reason === reason);
  const tests = filter.values.filter((value) => value.kind !== "absent");
  if (tests.length === 0) return byName !== filter.negated;
  const holds = tests.some((value) => testValue(filter, value, row, now));
  const known = byName || holds;
  if (reason === null || known) return known !== filter.negated;
  return (UNDECIDED_REASONS as readonly string[]).includes(reason) ? null : false;
}

/** AND of three-valued logic. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}
