import type { FactField, KeyRow } from "../../model/key.ts";
import type { KeyReading } from "../../model/reading.ts";
import { wellFormed } from "../../model/well-formed.ts";
import { stable } from "../../store/swap/same-row.ts";

/** Whether an answer says something else about one of these fields than the row does. What it does not speak of, or failed to tell, counts for nothing. */
export function saysOther({ values, absent }: Pick<KeyReading, "values" | "absent">, row: KeyRow, fields: readonly FactField[]): boolean {
  return fields.some((field) => {
    const value = values[field];
    if (value !== undefined) return row.absent[field] !== undefined || stable(plain(value)) !== stable(plain(row[field]));
    const reason = absent[field]?.reason;
    return (reason === "not-applicable" || reason === "unreported") && row.absent[field] !== reason;
  });
}

/** As a row has it: one way of writing times, and no order of aliases. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return wellFormed(value.toSorted());
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString();
  return wellFormed(value);
}
