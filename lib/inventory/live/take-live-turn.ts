import { processWide } from "../../clouds/process-wide.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Scope } from "../../model/scope.ts";

/** At a time: each may ask of every source, and readings draw on the same budgets. */
const MOST_OF_ACTOR = 2;
const MOST_OF_PROCESS = 6;
/** How long one waits for its turn: a page that asks anew gives up its last question, and that takes a moment. */
const WAIT_MS = 3_000;

interface Turns {
  /** Queries under way, by actor. */
  byActor: Map<string, number>;
  waiting: Set<() => void>;
}

/**
 * Runs a live query when the actor has no two others under way and the process no six.
 * @throws Refusal `rate_limited` where none of them ends within three seconds, and the reason of `signal`
 */
export async function takeLiveTurn<T>({ actor }: Scope, signal: AbortSignal | undefined, query: () => Promise<T>): Promise<T> {
  const turns = processWide("live-turns", (): Turns => ({ byActor: new Map(), waiting: new Set() }));
  const name = `${actor.kind} ${actor.id}`;
  const end = performance.now() + WAIT_MS;
  for (;;) {
    signal?.throwIfAborted();
    const refusal = refusalOf(turns, name);
    if (refusal === null) break;
    const left = end - performance.now();
    if (left <= 0) throw new Refusal("rate_limited", refusal);
    await somebodyEnds(turns, left);
  }
  turns.byActor.set(name, (turns.byActor.get(name) ?? 0) + 1);
  try {
    return await query();
  } finally {
    const others = (turns.byActor.get(name) ?? 1) - 1;
    if (others > 0) turns.byActor.set(name, others);
    else turns.byActor.delete(name);
    for (const wake of turns.waiting) wake();
  }
}

function refusalOf({ byActor }: Turns, name: string): string | null {
  if ((byActor.get(name) ?? 0) >= MOST_OF_ACTOR) return `You have ${MOST_OF_ACTOR} live queries under way. Try again when one of them has answered.`;
  const all = [...byActor.values()].reduce((sum, one) => sum + one, 0);
  return all >= MOST_OF_PROCESS
    ? `${MOST_OF_PROCESS} live queries are under way, which is as many as the clouds are asked at a time. Try again in a moment.`
    : null;
}

function somebodyEnds({ waiting }: Turns, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      waiting.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    waiting.add(wake);
  });
}
