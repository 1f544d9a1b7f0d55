import type { Cloud, Connection } from "../clouds/cloud.ts";
import { FACT_FIELDS, type FactField } from "../model/key.ts";

/** What a describe call tells: the facts that neither a sweep nor a detail tells, and that this cloud tells at all. */
export function describedFields({ cloud, connection }: { cloud: Cloud; connection: Connection }): FactField[] {
  const elsewhere = new Set([...connection.sweeps, ...connection.details].flatMap(({ fields }) => fields));
  return FACT_FIELDS.filter((field) => !elsewhere.has(field) && !cloud.unreported.includes(field));
}
