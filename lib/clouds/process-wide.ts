const PLACE = Symbol.for("keyatlas.clouds");

/** One of each in a process, however often a bundler loads this module. */
export function processWide<T>(name: string, make: () => T): T {
  const holder = globalThis as typeof globalThis & { [PLACE]?: Map<string, unknown> };
  holder[PLACE] ??= new Map();
  if (!holder[PLACE].has(name)) holder[PLACE].set(name, make());
  return holder[PLACE].get(name) as T;
}
