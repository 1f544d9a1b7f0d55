import { walkKeys } from "../clouds/walk-keys.ts";
import type { Call } from "../model/reading.ts";
import { attempt } from "./attempt.ts";
import type { OpenReading } from "./open-reading.ts";

/** What the census says of a key, and the page that said it. */
export interface Counted {
  value: string;
  call: Call;
}

type Class = Map<string, Counted>;

/**
 * Filtered listings, one for each value of the census field: which keys were named in exactly one of them. A listing that names every key while others name
 * keys too was not filtered at all, and says nothing. Null when the cloud did not take the filter, or a listing failed: that is no problem, since whatever
 * the census does not tell is described.
 */
export async function takeCensus(reading: OpenReading, keyIds: ReadonlySet<string>): Promise<Map<string, Counted> | null> {
  const { census } = reading.cloud;
  const [first, ...others] = census?.values ?? [];
  if (!census || first === undefined) return null;
  // One alone: a cloud that does not take the filter costs one call.
  const opening = await namedIn(reading, census.field, first);
  const classes = opening && [opening, ...(await Promise.all(others.map((value) => namedIn(reading, census.field, value))))];
  if (!classes?.every((named) => named !== null)) return null;
  return namedOnce(classes, keyIds);
}

function namedOnce(classes: readonly Class[], keyIds: ReadonlySet<string>): Map<string, Counted> {
  const isAll = (named: Class) => [...keyIds].every((keyId) => named.has(keyId));
  const occupied = classes.filter((named) => named.size > 0);
  const filtered = occupied.length > 1 ? occupied.filter((named) => !isAll(named)) : occupied;
  const times = new Map<string, number>();
  for (const named of filtered) for (const keyId of named.keys()) times.set(keyId, (times.get(keyId) ?? 0) + 1);
  return new Map(filtered.flatMap((named) => [...named].filter(([keyId]) => times.get(keyId) === 1)));
}

async function namedIn(reading: OpenReading, field: string, value: string): Promise<Class | null> {
  const named: Class = new Map();
  const filter = { [field]: [value] };
  const excuse = () => ({ reason: "failed" as const });
  const answer = await attempt(reading, { operation: "census", repeats: false, excuse }, async () => {
    for await (const page of walkKeys(reading.connection, reading.source, { filter })) {
      reading.signal?.throwIfAborted();
      if (!page.pushedDown.includes(field) || page.refused?.includes(field)) return null;
      for (const { keyId } of page.items) named.set(keyId, { value, call: page.call });
    }
    return named;
  });
  return "value" in answer ? answer.value : null;
}
