import type { Detail } from "../../clouds/cloud.ts";
import { FACT_FIELDS } from "../../model/key.ts";
import { partsOf } from "../../reading/hear.ts";
import type { OpenReading } from "../../reading/open-reading.ts";
import type { KnownKey } from "../../store/swap/read-known-keys.ts";
import { changeExpected } from "./change-expected.ts";
import { dueEvenly } from "./due-evenly.ts";
import { keepKnown } from "./keep-known.ts";
import type { LightOrder } from "./light-order.ts";
import { saysOther } from "./says-other.ts";

/**
 * Lets the details of keys stand that need not be asked again: all but new keys, keys of whose details something is lacking, keys that their record or their
 * own dates say have changed, and a share of the oldest.
 */
export function keepDetails(reading: OpenReading, order: LightOrder, keyIds: Iterable<string>): void {
  const listed = [...keyIds];
  for (const detail of reading.connection.details) {
    const steady = listed.flatMap((keyId) => {
      const key = order.known.get(keyId);
      const last = key?.calls[detail.operation];
      return key && last && isSteady(reading, detail, key, last.at, order.now) ? [{ keyId, key, at: Date.parse(last.at) }] : [];
    });
    const due = new Set(dueEvenly(steady, order));
    for (const { keyId, key } of steady) {
      if (due.has(keyId)) continue;
      keepKnown(reading, key, detail.fields);
      reading.asked.add(`${detail.operation} ${keyId}`);
    }
  }
}

function isSteady(reading: OpenReading, detail: Detail, { row, describedAt }: KnownKey, askedAt: string, now: Date): boolean {
  const lacks = detail.fields.some((field) => ["failed", "denied", "pending"].includes(row.absent[field] ?? ""));
  if (describedAt === null || row.presence !== "present" || lacks || changeExpected(row, askedAt, now)) return false;
  const elsewhere = new Set([...reading.connection.sweeps, ...reading.connection.details].flatMap(({ fields }) => fields));
  const fields = FACT_FIELDS.filter((field) => !elsewhere.has(field));
  return !partsOf(reading, row.keyId).some((part) => saysOther(part.reading, row, fields));
}
