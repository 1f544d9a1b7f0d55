import { FACT_FIELDS, type FactField, type KeyRow } from "../../model/key.ts";

/** Names what differs between a key as stored and as told now. What nobody asked now is not compared, and of lists the order means nothing. */
export function differingFields(stored: KeyRow, live: KeyRow): string[] {
  const facts = FACT_FIELDS.filter((field) => live.absent[field] !== "pending" && cellOf(stored, field) !== cellOf(live, field));
  return [...(stored.presence === live.presence ? [] : ["presence"]), ...facts];
}

/** The same without cells that were merely refused now: for rows that both list, where a refusal changes nothing. */
export function changedFields(stored: KeyRow, live: KeyRow): string[] {
  const isRefused = (field: string) => live.absent[field as FactField] === "denied" || live.absent[field as FactField] === "failed";
  return differingFields(stored, live).filter((field) => !isRefused(field));
}

function cellOf(row: KeyRow, field: FactField): string {
  const reason = row.absent[field];
  if (reason) return reason;
  if (field === "aliases") return JSON.stringify(row.aliases?.toSorted());
  return JSON.stringify(field === "tags" ? Object.entries(row.tags ?? {}).sort() : row[field]);
}
