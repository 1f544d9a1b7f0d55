import type { CallReport } from "../clouds/http.ts";
import { PACE } from "../clouds/pace.ts";

/** Whether a reading hears from its cloud. */
export interface ReadingPulse {
  began(): void;
  ended(report: Pick<CallReport, "status" | "throttled">): void;
  /** Its cloud hangs, or throttles: the reading waits, and does nothing that others would have to wait for. */
  isSilent(): boolean;
}

export function readingPulse(now: () => number = () => performance.now()): ReadingPulse {
  let underWay = 0;
  /** When the first call began that has had no answer since. */
  let waitsSince: number | null = null;
  return {
    began() {
      underWay++;
      waitsSince ??= now();
    },
    ended({ status, throttled }) {
      underWay--;
      if (status !== null && !throttled) waitsSince = underWay > 0 ? now() : null;
    },
    isSilent: () => waitsSince !== null && now() - waitsSince >= PACE.muteMs,
  };
}
