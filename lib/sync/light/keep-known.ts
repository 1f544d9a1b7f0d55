import { FACT_FIELDS, type FactField } from "../../model/key.ts";
import type { KeyReading } from "../../model/reading.ts";
import { hear } from "../../reading/hear.ts";
import type { OpenReading } from "../../reading/open-reading.ts";
import type { KnownKey } from "../../store/swap/read-known-keys.ts";

/** Lets what earlier readings were told of a key stand: these fields, each with its own operation, time and request id. */
export function keepKnown(reading: OpenReading, { row, facts, raw }: KnownKey, fields: readonly FactField[]): void {
  const told = FACT_FIELDS.filter((field) => fields.includes(field) && facts[field] !== undefined);
  for (const [operation, group] of Map.groupBy(told, (field) => JSON.stringify(facts[field]))) {
    const call = JSON.parse(operation) as NonNullable<KnownKey["facts"][FactField]>;
    const kept: KeyReading = { keyId: row.keyId, arn: row.arn, values: {}, absent: {}, raw: raw[call.operation] ?? null, described: false };
    for (const field of group) {
      const reason = row.absent[field];
      if (reason === undefined) Object.assign(kept.values, { [field]: row[field] });
      else kept.absent[field] = { reason, ...(row.notes[field] === undefined ? {} : { note: row.notes[field] }) };
    }
    hear(reading, "kept", { reading: kept, call });
  }
}

/** Lets a key count as described, at the time when it was. */
export function keepDescribed(reading: OpenReading, { row, describedAt }: KnownKey): void {
  if (describedAt === null) return;
  const kept: KeyReading = { keyId: row.keyId, arn: row.arn, values: {}, absent: {}, raw: null, described: true };
  hear(reading, "kept", { reading: kept, call: { operation: "describe", at: describedAt, requestId: null } });
}
