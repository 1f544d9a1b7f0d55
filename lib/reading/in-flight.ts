/** Runs `work` for each item, at most `most` at a time, in order of the items. The first error ends it: nothing new is begun, and it is thrown. */
export async function inFlight<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  let failed = false;
  const lane = async () => {
    for (const item of rest) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
}

/**
 * The same for questions that may all be refused alike: one at a time until one is answered (`work` says so), so that a permission that is lacking costs
 * as few calls as it takes to be sure.
 */
export async function cautiously<T>(items: readonly T[], most: number, work: (item: T) => Promise<boolean>): Promise<void> {
  let begun = 0;
  for (const item of items) {
    begun += 1;
    if (await work(item)) break;
  }
  await inFlight(items.slice(begun), most, async (item) => void (await work(item)));
}
