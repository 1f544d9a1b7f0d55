import type { OutgoingCall } from "./cloud.ts";
import type { Ledger } from "./ledger.ts";
import { processWide } from "./process-wide.ts";

/** What a process knows of a credential; the refusals themselves are counted in the ledger. */
export interface Gate {
  /** When this process last heard that the credential is good, or that nobody was refused; null before. */
  provenAt: number | null;
  /** When the cloud last took it. */
  takenAt: number;
  /** Aborts when a call is refused. */
  closing: AbortController;
  probe: Promise<unknown> | null;
  /** Calls under way that began while it was proven, and when (`performance.now()`). */
  flying: Map<Promise<unknown>, number>;
  /** Refused since the cloud last took it: by calls of any kind, and of these by calls aside, which were not counted. */
  refusals: number;
  doubts: number;
  /** The last call that is not aside and was taken: asked once more, it tells whether the credential is still good. */
  main: OutgoingCall<unknown> | null;
  proving: Promise<unknown> | null;
}

/** One for each credential of a ledger. */
export function gateOf(ledger: Ledger, credentialKey: string): Gate {
  const gates = processWide("gates", () => new WeakMap<Ledger, Map<string, Gate>>());
  const known = gates.get(ledger) ?? new Map<string, Gate>();
  gates.set(ledger, known);
  const gate = known.get(credentialKey) ?? newGate();
  known.set(credentialKey, gate);
  return gate;
}

const newGate = (): Gate => ({
  provenAt: null,
  takenAt: Number.NEGATIVE_INFINITY,
  closing: new AbortController(),
  probe: null,
  flying: new Map(),
  refusals: 0,
  doubts: 0,
  main: null,
  proving: null,
});

/** Why a call that waited for its turn was let go. */
export const CLOSED = new Error("the credential was refused meanwhile");

/** The cloud refused the credential: whatever waits for its turn is let go. */
export function closeGate(gate: Gate): void {
  gate.provenAt = null;
  gate.refusals += 1;
  const { closing } = gate;
  gate.closing = new AbortController();
  closing.abort(CLOSED);
}

/** The cloud knew the credential. */
export function isTaken(gate: Gate): void {
  gate.takenAt = performance.now();
  gate.provenAt ??= gate.takenAt;
  gate.refusals = 0;
  gate.doubts = 0;
}
