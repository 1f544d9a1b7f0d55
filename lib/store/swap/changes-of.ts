import { FACT_FIELDS, type FactField, type KeyRow } from "../../model/key.ts";
import type { AbsentReason } from "../../model/vocabulary.ts";
import { stable } from "./same-row.ts";

/** One side of a change: what the cloud said, or why nobody said anything. */
export type Said = { value: unknown } | { absent: AbsentReason };

export interface Change {
  ref: string;
  field: string;
  before: Said;
  after: Said;
  at: string;
  operation: string;
}

/** Facts that came with a later version: keys held before were marked `pending` by a migration, and what the first reading says of them is no change. */
const ADDED_LATER: readonly string[] = ["enterpriseProject"] satisfies FactField[];

/** Every fact that differs, and the presence. `operationOf` names the call that told the new fact. */
export function changesOf(before: KeyRow, after: KeyRow, at: string, operationOf: (field: FactField | "presence") => string): Change[] {
  const fields = [...FACT_FIELDS, "presence"] as const;
  return fields.flatMap((field) => {
    const [was, is] = [said(before, field), said(after, field)];
    if (stable(ordered(was)) === stable(ordered(is))) return [];
    if (ADDED_LATER.includes(field) && "absent" in was && was.absent === "pending") return [];
    return [{ ref: after.ref, field, before: was, after: is, at, operation: operationOf(field) }];
  });
}

function said(row: KeyRow, field: FactField | "presence"): Said {
  const reason = field === "presence" ? undefined : row.absent[field];
  return reason ? { absent: reason } : { value: row[field] };
}

/** The order of aliases means nothing. */
function ordered(side: Said): Said {
  return "value" in side && Array.isArray(side.value) ? { value: side.value.toSorted() } : side;
}
