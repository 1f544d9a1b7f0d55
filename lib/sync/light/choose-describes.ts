import type { FactField } from "../../model/key.ts";
import { describedFields } from "../../reading/described-fields.ts";
import { hear } from "../../reading/hear.ts";
import type { OpenReading } from "../../reading/open-reading.ts";
import type { KnownKey } from "../../store/swap/read-known-keys.ts";
import { changeExpected } from "./change-expected.ts";
import { dueEvenly } from "./due-evenly.ts";
import { keepDescribed, keepKnown } from "./keep-known.ts";
import type { LightOrder } from "./light-order.ts";
import { takeCensus } from "../../reading/take-census.ts";

/**
 * A key that waits (for its deletion, for its material) may be told another date without leaving its state, which the census would not see: its describe may
 * stand for this share of the allowed age.
 */
const WAITING_SHARE = 1 / 4;

type Described = KnownKey & { describedAt: string };

/**
 * The listed keys that a light reading describes: new and doubtful ones, those whose own dates announce a change, those that the census does not confirm, and
 * a share of the oldest. For the others it hears what was known, and what the census says now.
 * @param pages how many pages the listing had
 */
export async function chooseDescribes(reading: OpenReading, order: LightOrder, keyIds: ReadonlySet<string>, pages: number): Promise<string[]> {
  const { census } = reading.cloud;
  const fields = describedFields(reading);
  const untold = [...keyIds].filter((keyId) => !reading.heard.get(keyId)?.some((part) => part.reading.described));
  const steady = new Map<string, Described>();
  for (const keyId of untold) {
    const key = order.known.get(keyId);
    if (key && isSteady(key, fields, arnOf(reading, keyId), order.now)) steady.set(keyId, key);
  }
  const aged = [...steady].map(([keyId, { describedAt }]) => ({ keyId, at: Date.parse(describedAt) }));
  const waiting = aged.filter(({ keyId }) => steady.get(keyId)?.row.state?.startsWith("pending"));
  const due = [...dueEvenly(aged, order), ...dueEvenly(waiting, { ...order, allowedMs: order.allowedMs * WAITING_SHARE })];
  for (const keyId of due) steady.delete(keyId);
  // Where the census would cost as much as asking for each key, asking tells more.
  if (!census || steady.size <= census.values.length + pages - 1) return untold;
  const counted = await takeCensus(reading, keyIds);
  const swept = new Set<FactField>(reading.connection.sweeps.flatMap((sweep) => sweep.fields));
  const kept = new Set<string>();
  for (const [keyId, key] of steady) {
    const said = counted?.get(keyId);
    if (!said || said.value !== key.row[census.field]) continue;
    kept.add(keyId);
    keepKnown(reading, key, Object.keys(key.facts).filter((field) => !swept.has(field as FactField)) as FactField[]);
    keepDescribed(reading, key);
    hear(reading, "census", {
      reading: { keyId, arn: null, values: { [census.field]: said.value }, absent: {}, raw: null, described: false },
      call: said.call,
    });
  }
  return untold.filter((keyId) => !kept.has(keyId));
}

function isSteady(key: KnownKey, fields: readonly FactField[], arn: string | null, now: Date): key is Described {
  const { row, describedAt } = key;
  const isDoubtful = fields.some((field) => row.absent[field] === "failed" || row.absent[field] === "denied" || row.absent[field] === "pending");
  if (describedAt === null || row.describedAt === null || row.presence !== "present" || isDoubtful) return false;
  return (arn === null || arn === row.arn) && !changeExpected(row, describedAt, now);
}

const arnOf = (reading: OpenReading, keyId: string) => reading.heard.get(keyId)?.find(({ step }) => step === "listed")?.reading.arn ?? null;
