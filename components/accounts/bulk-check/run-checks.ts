/** Accounts that are asked at once: each check is a burst of calls to a cloud. */
const AT_ONCE = 2;

interface Checks<T> {
  check: (id: string) => Promise<T>;
  /** Told when one begins, and how it ended. */
  onBegin: (id: string) => void;
  onEnd: (id: string, outcome: { report: T } | { error: Error }) => void;
  /** Aborted: what was begun is finished, nothing new is begun. */
  signal: AbortSignal;
}

/** Checks one account after the other in the given order, two at a time; a failure is that account's own. */
export async function runChecks<T>(ids: readonly string[], { check, onBegin, onEnd, signal }: Checks<T>): Promise<void> {
  const rest = ids.values();
  const lane = async () => {
    for (const id of rest) {
      if (signal.aborted) return;
      onBegin(id);
      try {
        onEnd(id, { report: await check(id) });
      } catch (error) {
        onEnd(id, { error: error instanceof Error ? error : new Error(String(error)) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
