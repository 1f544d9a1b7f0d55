import type { FactField } from "./key.ts";
import type { Absence, KeyReading } from "./reading.ts";

/** What a call that failed says about a key: each of these fields is absent for this reason. Values from other calls win over it. */
export function absentReading(keyId: string, fields: readonly FactField[], absence: Absence): KeyReading {
  return { keyId, arn: null, values: {}, absent: Object.fromEntries(fields.map((field) => [field, absence])), raw: null, described: false };
}
