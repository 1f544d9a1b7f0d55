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

export async function throughGate<T>(credentialKey: string, at: { operation: string; probeMs: number }, run: () => Promise<T>): Promise<T> {
  const gate = gateOf(credentialKey);
  while (!gate.proven) {
    refuseIfRefused(gate, at.operation);
    if (!gate.probe) {
      const probe = watched(gate, run).finally(() => { gate.probe = null; });
      gate.probe = probe;
      return probe;
    }
    if ((await settledWithin(gate.probe, at.probeMs)) === "late") break;
  }
  refuseIfRefused(gate, at.operation);
  return watched(gate, run);
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
    kind: "auth", operation, code: last.code, requestId: last.requestId, status: last.status, advice: last.advice,
    message: "The cloud refused this credential twice. It rests until it is changed or tried again by hand.", cause: last,
  });
}

function settledWithin(work: Promise<unknown>, ms: number): Promise<"settled" | "late"> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve("late"), ms);
    const settled = () => { clearTimeout(timer); resolve("settled"); };
    work.then(settled, settled);
  });
}
