import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { CloudError, type FailureKind } from "../model/problem.ts";
import type { OutgoingCall } from "./cloud.ts";
import { MOST_REFUSALS, noteAnswer, takeTrial } from "./credential-trials.ts";
import { CLOSED, closeGate, type Gate, gateOf, isTaken } from "./gate.ts";
import { ofTheCall, refused } from "./gate-refusals.ts";
import { type Ledger, localLedger, type RefusedWith } from "./ledger.ts";
import { REFUSALS_PREFIX } from "./parse-entry.ts";

/** How long a process goes on before it looks whether another one was refused, and how long it trusts a credential that the cloud did not take since. */
const TRUST_MS = 2_000;
/** How often a process looks that waits for another one's answer, at least. */
const POLL_MS = 50;
/** How long a refusal by a call aside is held to be about that call alone. */
const ASIDE_MS = 30_000;
/** Answers that a cloud gives only to a credential that it knows. */
const KNOWN: readonly FailureKind[] = ["forbidden", "not-found", "not-enabled"];

const entryName = (credentialKey: string) => `${REFUSALS_PREFIX}${credentialKey}`;

/** To call when a person has put in another secret, or wants the old one tried again. */
export async function resetCredential(credentialKey: string, ledger: Ledger = localLedger()): Promise<void> {
  await ledger.change([entryName(credentialKey)], () => ({ entries: [{}], value: null }), { fresh: true });
}

export interface GateTerms {
  ledger: Ledger;
  credentialKey: string;
  call: OutgoingCall<unknown>;
  /** Sends a call on the same terms. */
  send(call: OutgoingCall<unknown>): Promise<unknown>;
  /** How long others wait for the answer to the first call. */
  probeMs: number;
  /** A call that has had no answer for so long hangs: the others do not wait for what it may yet be told. */
  muteMs: number;
  signal: AbortSignal | undefined;
  /** Gives a call its turn; who still waits for one when `closing` aborts is let go with its reason. */
  permit<R>(call: () => Promise<R>, closing?: AbortSignal): Promise<R>;
  /** Told once the last refusal was counted. */
  onRefused?: (error: CloudError) => Promise<void>;
}

/**
 * Stops a refused credential before it does harm: five bad calls in a row lock an access key at one of our clouds, and wrong passwords
 * lock users. Until a credential has had an answer, calls go one after the other; after two refusals in a row none goes at all, from any process,
 * until `resetCredential`. Counted in the ledger, per credential and not per region.
 *
 * Runs a call once the gate is open and then `permit` gives it its turn. Whoever waits for the first answer waits without a permit; who waits for one
 * while the credential is refused leaves that line, so that the next trial need not wait for turns that nobody uses. A call aside that is refused where
 * the others are taken fails as `forbidden`, and is not counted; before another call aside goes out, the credential is proven anew, so that one that
 * really was revoked is not refused for each of them.
 */
export async function throughGate<T>(terms: GateTerms, run: () => Promise<T>): Promise<T> {
  const gate = gateOf(terms.ledger, terms.credentialKey);
  for (;;) {
    if (terms.call.isAside) await proveAnew(gate, terms);
    if (gate.provenAt !== null) {
      await lookForRefusals(gate, terms);
      const outcome = await proven(gate, terms, run);
      if (outcome) return outcome.value;
      continue;
    }
    if (gate.probe && (await settledWithin(gate.probe, terms.probeMs)) === "settled") continue;
    const outcome = await asProbe(gate, () => tried(gate, terms, run));
    if (outcome) return outcome.value;
  }
}

/** A call with a credential that is proven; null when it was refused before the call had its turn. */
async function proven<T>(gate: Gate, terms: GateTerms, run: () => Promise<T>): Promise<{ value: T } | null> {
  try {
    return await terms.permit(async () => (gate.provenAt === null ? null : { value: await watched(gate, terms, null, run) }), gate.closing.signal);
  } catch (error) {
    if (error === CLOSED) return null;
    throw error;
  }
}

/** Throws what the main call throws, when a call aside was refused and this one shows that it was not about that call. */
async function proveAnew(gate: Gate, terms: GateTerms): Promise<void> {
  while (gate.doubts > 0 && gate.main) {
    terms.signal?.throwIfAborted();
    if (gate.proving) await settledWithin(gate.proving, terms.probeMs);
    else {
      const proving = terms.send({ ...gate.main, signal: undefined });
      gate.proving = proving;
      await proving.finally(() => {
        gate.proving = null;
      });
    }
  }
}

/** A credential that is good here may have been refused elsewhere by now; after a rest it may have been replaced, and one call goes before the others again. */
async function lookForRefusals(gate: Gate, terms: GateTerms): Promise<void> {
  const now = performance.now();
  if (gate.provenAt === null || now - gate.provenAt < TRUST_MS) return;
  gate.provenAt = now - gate.takenAt < TRUST_MS ? now : null;
  if (gate.provenAt === null) return;
  const { value } = await terms.ledger.change([entryName(terms.credentialKey)], ([entry = {}]) => ({ entries: [entry], value: entry.refusals ?? 0 }), {
    fresh: true,
  });
  if (value >= MOST_REFUSALS) gate.provenAt = null;
}

async function asProbe<T>(gate: Gate, run: () => Promise<T>): Promise<T> {
  const probe = run();
  gate.probe = probe;
  try {
    return await probe;
  } finally {
    if (gate.probe === probe) gate.probe = null;
  }
}

/** A call with a credential that is not proven; null when another process's call has to be waited for, and a part of the wait is over. */
async function tried<T>(gate: Gate, terms: GateTerms, run: () => Promise<T>): Promise<{ value: T } | null> {
  await landing(gate, terms);
  // Those that landed may have left doubts, which a call aside must not go before.
  if (terms.call.isAside && gate.doubts > 0) return null;
  const id = randomUUID().slice(0, 8);
  const { value: trial } = await terms.ledger.change(
    [entryName(terms.credentialKey)],
    ([entry = {}], now) => takeTrial(entry, { id, probeMs: terms.probeMs }, now),
    { fresh: true },
  );
  if (trial.may === "not") throw refused(trial.last, terms.call.operation);
  if (trial.may === "go") return { value: await watched(gate, terms, id, () => terms.permit(run)) };
  await sleep(Math.min(trial.ms, POLL_MS), undefined, { signal: terms.signal }).catch((aborted) => {
    throw terms.signal?.reason ?? aborted;
  });
  return null;
}

/** After a refusal nothing goes out before the calls under way have told what they know: each of them may be one more refusal. */
async function landing(gate: Gate, { muteMs, signal }: GateTerms): Promise<void> {
  while (gate.refusals > 0) {
    const ends = [...gate.flying].map(([call, since]) => ({ call, leftMs: since + muteMs - performance.now() })).filter(({ leftMs }) => leftMs > 0);
    if (ends.length === 0) return;
    await settledWithin(Promise.allSettled(ends.map(({ call }) => call)), Math.max(...ends.map(({ leftMs }) => leftMs)));
    signal?.throwIfAborted();
  }
}

/** `trial` is the name under which the ledger expects the outcome; null for a credential that was proven before. */
async function watched<T>(gate: Gate, terms: GateTerms, trial: string | null, run: () => Promise<T>): Promise<T> {
  const note = async (told: "proven" | "silent" | RefusedWith, times = 1) => {
    const id = trial ?? "";
    const { value } = await terms.ledger.change([entryName(terms.credentialKey)], ([entry = {}]) => noteAnswer(entry, { id, told, times }), { fresh: true });
    return value;
  };
  const running = run();
  if (trial === null) gate.flying.set(running, performance.now());
  try {
    const value = await running.finally(() => gate.flying.delete(running));
    if (trial !== null) await note("proven");
    isTaken(gate);
    if (!terms.call.isAside) gate.main = terms.call;
    return value;
  } catch (error) {
    if (error instanceof CloudError && error.kind === "auth") {
      const isExcused = terms.call.isAside === true && gate.main !== null && performance.now() - gate.takenAt < ASIDE_MS;
      closeGate(gate);
      if (isExcused) {
        gate.doubts += 1;
        if (trial !== null) await note("silent");
        throw ofTheCall(error);
      }
      const times = 1 + gate.doubts;
      gate.doubts = 0;
      const { code, requestId, status, advice } = error;
      if ((await note({ code, requestId, status, advice }, times)) >= MOST_REFUSALS) await terms.onRefused?.(error);
    } else if (trial !== null) {
      const isKnown = error instanceof CloudError && KNOWN.includes(error.kind);
      await note(isKnown ? "proven" : "silent");
      if (isKnown) isTaken(gate);
    }
    throw error;
  }
}

function settledWithin(work: Promise<unknown>, ms: number): Promise<"settled" | "late"> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve("late"), ms);
    const settled = () => {
      clearTimeout(timer);
      resolve("settled");
    };
    work.then(settled, settled);
  });
}
