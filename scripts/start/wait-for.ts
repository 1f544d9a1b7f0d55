import { setTimeout as pause } from "node:timers/promises";
import { Stop } from "../steps/step.mjs";
import type { Services } from "./services.ts";

/**
 * Asks again until `isReady` says yes, for at most `withinMs`. A dead process ends the waiting with its own sentence; what `isReady`
 * throws counts as "not yet" and stands in the sentence when time is up.
 */
export async function waitFor(what: string, services: Services, isReady: () => Promise<boolean>, { withinMs = 60_000, everyMs = 100 } = {}) {
  const end = Date.now() + withinMs;
  let last: unknown = "no answer";
  while (Date.now() < end) {
    const dead = await Promise.race([services.failure, pause(everyMs, null)]);
    if (dead) throw dead;
    try {
      if (await isReady()) return;
    } catch (error) {
      last = error;
    }
  }
  throw new Stop(`The ${what} did not answer within ${withinMs / 1000} seconds.`, String(last));
}
