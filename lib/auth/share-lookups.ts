/**
 * Lets requests that ask the same at the same time share one look-up, and none sees an answer older than its own question: whoever comes while one
 * is under way waits for the next. So a revoked token or an ended session still counts from the next request on, at a fraction of the queries.
 */
export function shareLookups<T>(look: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const underWay = new Map<string, { now: Promise<T>; next: Promise<T> | null }>();

  function begin(key: string): Promise<T> {
    const entry: { now: Promise<T>; next: Promise<T> | null } = { now: look(key), next: null };
    underWay.set(key, entry);
    const end = () => {
      if (entry.next === null) underWay.delete(key);
    };
    entry.now.then(end, end);
    return entry.now;
  }

  return (key) => {
    const entry = underWay.get(key);
    if (!entry) return begin(key);
    entry.next ??= entry.now.then(
      () => begin(key),
      () => begin(key),
    );
    return entry.next;
  };
}
