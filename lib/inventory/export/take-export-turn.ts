import { processWide } from "../../clouds/process-wide.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Scope } from "../../model/scope.ts";

/** At a time: an export holds the list of all its keys and some thousand rows, whatever its size. */
const MOST_OF_PROCESS = 3;

/**
 * Takes the actor's one turn; the answer ends it, and may be called more than once.
 * @throws Refusal `rate_limited` when the actor has an export under way, or the process three
 */
export function takeExportTurn({ actor }: Scope): () => void {
  const turns = processWide("export-turns", () => new Map<string, symbol>());
  const name = `${actor.kind} ${actor.id}`;
  if (turns.has(name)) throw new Refusal("rate_limited", "You have an export under way. Try again when it has ended.");
  if (turns.size >= MOST_OF_PROCESS)
    throw new Refusal("rate_limited", `${MOST_OF_PROCESS} exports are under way, which is as many as run at a time. Try again in a moment.`);
  const turn = Symbol(name);
  turns.set(name, turn);
  return () => {
    if (turns.get(name) === turn) turns.delete(name);
  };
}
