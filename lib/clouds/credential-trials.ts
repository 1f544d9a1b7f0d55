import { type Change, CLOCK_SLACK_MS, type Entry, type RefusedWith } from "./ledger.ts";

/** A refusal may be a slip of the cloud, two are not. */
export const MOST_REFUSALS = 2;
/** Calls that may end refused before anybody knows: a cloud locks an access key at the fifth. */
const MOST_TRIALS = 4;
/** Longer than any call: the trial of a process that died is forgotten then. */
const TRIAL_MS = 30_000;

export type Trial = { may: "go" } | { may: "wait"; ms: number } | { may: "not"; last: RefusedWith };

/**
 * Whether one more call may go out with a credential that no answer has proven: one at a time over all processes, another for each `probeMs` without an
 * answer, and never so many that all of them refused would lock the credential.
 */
export function takeTrial(entry: Entry, at: { id: string; probeMs: number }, now: number): Change<Trial> {
  const refusals = entry.refusals ?? 0;
  if (refusals >= MOST_REFUSALS && entry.last) return { entries: [entry], value: { may: "not", last: entry.last } };
  const living = Object.entries(entry.trials ?? {}).filter(([, { until }]) => until > now && until <= now + TRIAL_MS + CLOCK_SLACK_MS);
  const youngest = Math.max(...living.map(([, { since }]) => since));
  const wait = living.length === 0 ? 0 : youngest + at.probeMs - now;
  if (wait > 0) return { entries: [entry], value: { may: "wait", ms: wait } };
  if (refusals + living.length >= MOST_TRIALS) return { entries: [entry], value: { may: "wait", ms: at.probeMs } };
  const trials = Object.fromEntries([...living, [at.id, { since: now, until: now + TRIAL_MS }]]);
  return { entries: [{ ...entry, trials }], value: { may: "go" } };
}

/** Notes how a call ended. `proven`: the cloud knew the credential; `silent`: its answer said nothing about it. The value is the refusals in a row by now; `times` is how many this one stands for. */
export function noteAnswer(entry: Entry, at: { id: string; told: "proven" | "silent" | RefusedWith; times?: number }): Change<number> {
  const trials = Object.fromEntries(Object.entries(entry.trials ?? {}).filter(([id]) => id !== at.id));
  if (at.told === "silent") return { entries: [{ ...entry, trials }], value: entry.refusals ?? 0 };
  if (at.told === "proven") return { entries: [{ trials }], value: 0 };
  const refusals = (entry.refusals ?? 0) + (at.times ?? 1);
  return { entries: [{ refusals, last: at.told, trials }], value: refusals };
}
