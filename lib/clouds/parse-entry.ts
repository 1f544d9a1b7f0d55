import { MOST_REFUSALS } from "./credential-trials.ts";
import type { Entry, Holder, RefusedWith } from "./ledger.ts";

/** Names of the entries that count a credential's refusals begin so. */
export const REFUSALS_PREFIX = "refused|";

/** What is written in place of an entry of a credential that nobody can read: no call goes out until a person acts. */
const CLOSED: Entry = {
  refusals: MOST_REFUSALS,
  last: { code: "ledger_unreadable", requestId: null, status: null, advice: "Check the account to try it again." },
};

/**
 * An entry as it was kept. One of another shape would fail every call of its place for good: of a budget it counts as new, of a credential as refused, since
 * nobody knows how often it was.
 */
export function parseEntry(name: string, kept: unknown): Entry {
  if (isEntry(kept)) return kept;
  return name.startsWith(REFUSALS_PREFIX) ? CLOSED : {};
}

function isEntry(kept: unknown): kept is Entry {
  if (!isRecord(kept)) return false;
  const { starts, holders, restsUntil, refusals, last, trials } = kept;
  return (
    (starts === undefined || (Array.isArray(starts) && starts.every(isNumber))) &&
    isRecordOf(holders, isHolder) &&
    (restsUntil === undefined || isNumber(restsUntil)) &&
    (refusals === undefined || (isNumber(refusals) && (refusals < MOST_REFUSALS || last !== undefined))) &&
    (last === undefined || isRefusal(last)) &&
    isRecordOf(trials, isTrial)
  );
}

const isNumber = (said: unknown): said is number => typeof said === "number" && Number.isFinite(said);
const isRecord = (said: unknown): said is Record<string, unknown> => typeof said === "object" && said !== null && !Array.isArray(said);
const isRecordOf = (said: unknown, isOne: (one: unknown) => boolean) => said === undefined || (isRecord(said) && Object.values(said).every(isOne));
const isHolder = (said: unknown): said is Holder => isRecord(said) && [said.held, said.wants, said.until].every(isNumber);
const isTrial = (said: unknown) => isRecord(said) && [said.since, said.until].every(isNumber);
const isWordOrNull = (said: unknown) => said === null || typeof said === "string";

function isRefusal(said: unknown): said is RefusedWith {
  if (!isRecord(said)) return false;
  return typeof said.code === "string" && isWordOrNull(said.requestId) && isWordOrNull(said.advice) && (said.status === null || isNumber(said.status));
}
