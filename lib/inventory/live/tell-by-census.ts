import { walkKeys } from "../../clouds/walk-keys.ts";
import type { FactField, KeyRow } from "../../model/key.ts";
import { attempt } from "../../reading/attempt.ts";
import { hear } from "../../reading/hear.ts";
import { type Counted, takeCensus } from "../../reading/take-census.ts";
import type { LiveSource } from "./live-source.ts";

/**
 * Tells the census field of these rows by filtered listings, a page of keys a call, where nothing else of `facts` is pending in them: then nobody needs to be
 * described. What no listing or more than one names is left as it is, and so are `uncounted` keys; where describing costs no more, nothing is asked.
 */
export async function tellByCensus(
  live: LiveSource,
  rows: readonly KeyRow[],
  facts: readonly FactField[],
  uncounted: ReadonlySet<string> | null,
): Promise<void> {
  const { reading } = live;
  const { census } = reading.cloud;
  if (!census || !uncounted) return;
  const isEnough = rows.every(({ absent }) => facts.every((fact) => fact === census.field || absent[fact] !== "pending"));
  if (!isEnough || rows.length <= census.values.length + 2 * reading.pages) return;
  const keyIds = live.pushedDown.length === 0 ? new Set(reading.heard.keys()) : await allKeyIds(live);
  const counted = keyIds && (await takeCensus(reading, keyIds));
  if (!counted) return;
  for (const { keyId } of rows) if (!uncounted.has(keyId)) hearCount(live, census.field, keyId, counted.get(keyId));
}

function hearCount({ reading }: LiveSource, field: "state", keyId: string, counted: Counted | undefined): void {
  if (!counted) return;
  const { value, call } = counted;
  hear(reading, "census", { reading: { keyId, arn: null, values: { [field]: value }, absent: {}, raw: null, described: false }, call });
}

/** A listing that the cloud filtered cannot show whether another one was: null when the whole one fails, which is no problem. */
async function allKeyIds({ reading }: LiveSource): Promise<Set<string> | null> {
  const keyIds = new Set<string>();
  const excuse = () => ({ reason: "failed" as const });
  const answer = await attempt(reading, { operation: "census", repeats: false, excuse }, async () => {
    for await (const page of walkKeys(reading.connection, reading.source)) {
      for (const { keyId } of page.items) keyIds.add(keyId);
    }
  });
  return "value" in answer ? keyIds : null;
}
