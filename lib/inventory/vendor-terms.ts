import type { Cloud } from "../clouds/cloud.ts";
import { FACT_FIELDS } from "../model/key.ts";
import type { FactField, KeyRow } from "../model/key.ts";
import type { FactTerms } from "../model/vendor-terms.ts";

/** What the key's cloud itself calls its facts and their values; facts without any term are left out. */
export function vendorTerms({ terms: { fields, values } }: Pick<Cloud, "terms">, key: Pick<KeyRow, FactField>): Partial<Record<FactField, FactTerms>> {
  const termsOf = (field: FactField): FactTerms => {
    const known = values[field];
    const value = key[field];
    return { field: fields[field] ?? null, value: (known && typeof value === "string" && Object.hasOwn(known, value) && known[value]) || null };
  };
  return Object.fromEntries(FACT_FIELDS.map((field) => [field, termsOf(field)] as const).filter(([, { field, value }]) => field || value));
}
