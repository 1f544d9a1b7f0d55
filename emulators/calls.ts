import type { Asked } from "./exchange.ts";

/** One call as the emulated cloud saw it. */
export interface LoggedCall extends Asked {
  /** ISO 8601 UTC, when it came in. */
  at: string;
  method: string;
  path: string;
  /** Our name of the account that the credential opened, or null. */
  account: string | null;
  /** null while it hangs, or when the connection was cut. */
  status: number | null;
  requestId: string;
  /** Kinds of the faults that struck it. */
  faults: string[];
  /** How many calls were in the house at that moment, this one included. */
  inFlight: number;
}

export interface CallLog {
  all(): readonly LoggedCall[];
  of(operation: string): LoggedCall[];
  clear(): void;
  push(call: LoggedCall): void;
}

/** Old calls fall out, so that a demo that runs for weeks does not grow. */
const KEPT = 50_000;

export function createCallLog(): CallLog {
  let calls: LoggedCall[] = [];
  return {
    all: () => calls,
    of: (operation) => calls.filter((call) => call.operation === operation),
    clear: () => {
      calls = [];
    },
    push: (call) => {
      if (calls.length >= KEPT) calls.splice(0, KEPT / 2);
      calls.push(call);
    },
  };
}
