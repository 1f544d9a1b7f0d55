import { CloudError } from "../model/problem.ts";
import { processWide } from "./process-wide.ts";

/**
 * Stops a refused credential before it does harm: five bad calls in a row lock an access key at one of our clouds, and wrong passwords
 * lock users. Until a credential has had an answer, calls go one after the other; after two refusals in a row none goes at all,
 * until `resetCredential`. Counted per credential and not per region.
 */
interface Gate {
  refusals: number;
  proven: boolean;
  probe: Promise<unknown> | null;
  last: CloudError | null;
}

/** A refusal may be a slip of the cloud, two are not. */
const REFUSALS = 2;

const gates = () => processWide("gates", () => new Map<string, Gate>());

/** To call when a person has put in another secret, or wants the old one tried again. */
export function resetCredential(credentialKey: string): void {
  gates().delete(credentialKey);
}

/** True when calls with this credential are refused here, without asking the cloud. */
export function isCredentialRefused(credentialKey: string): boolean {
  return (gates().get(credentialKey)?.refusals ?? 0) >= REFUSALS;
}

/**
 * Runs a call once the gate is open and then `permit` gives it its turn. Whoever waits for the first answer waits without a permit; whoever got
 * one while the credential was refused gives it back and waits in line.
 */
export async function throughGate<T>(
  credentialKey: string,
  at: { operation: string; probeMs: number; permit<R>(call: () => Promise<R>): Promise<R> },
  run: () => Promise<T>,
): Promise<T> {
  const gate = gateOf(credentialKey);
  for (;;) {
    refuseIfRefused(gate, at.operation);
    if (!gate.proven && !gate.probe) return asProbe(gate, () => at.permit(() => watched(gate, run)));
    if (!gate.proven && gate.probe && (await settledWithin(gate.probe, at.probeMs)) === "settled") continue;
    const outcome = await at.permit(async () => (gate.refusals === 0 ? { value: await watched(gate, run) } : null));
    if (outcome) return outcome.value;
  }
}

async function asProbe<T>(gate: Gate, run: () => Promise<T>): Promise<T> {
  const probe = run();
  gate.probe = probe;
  try {
    return await probe;
  } finally {
    gate.probe = null;
  }
}

function gateOf(credentialKey: string): Gate {
  const gate = gates().get(credentialKey) ?? { refusals: 0, proven: false, probe: null, last: null };
  gates().set(credentialKey, gate);
  return gate;
}

async function watched<T>(gate: Gate, run: () => Promise<T>): Promise<T> {
  try {
    const value = await run();
    Object.assign(gate, { refusals: 0, proven: true });
    return value;
  } catch (error) {
    const isRefusal = error instanceof CloudError && error.kind === "auth";
    if (isRefusal) Object.assign(gate, { refusals: gate.refusals + 1, proven: false, last: error });
    else if (gate.refusals === 0) gate.proven = true;
    throw error;
  }
}

function refuseIfRefused(gate: Gate, operation: string): void {
  const last = gate.last;
  if (gate.refusals < REFUSALS || !last) return;
  throw new CloudError({
    kind: "auth",
    operation,
    code: last.code,
    requestId: last.requestId,
    status: last.status,
    advice: last.advice,
    message: "The cloud refused this credential twice. It rests until it is changed or tried again by hand.",
    cause: last,
  });
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
