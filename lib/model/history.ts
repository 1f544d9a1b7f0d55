import type { FactField } from "./key.ts";
import type { AbsentReason } from "./vocabulary.ts";

/** One change of a fact (`GET /keys/{ref}/history`), as the reading that found it wrote it down. */
export interface HistoryRow {
  field: FactField | "presence";
  /** The plain values of that field; null when the cloud said empty, or when it was absent: the reason stands beside it then. */
  before: unknown;
  after: unknown;
  beforeAbsent: AbsentReason | null;
  afterAbsent: AbsentReason | null;
  /** ISO 8601 UTC: when it was read, not when it happened in the cloud. */
  at: string;
  /** The call that told the new value. */
  operation: string;
}

/** Where a page of history ends: the moment and the field of its last row. */
export type HistoryPlace = Pick<HistoryRow, "at"> & { field: string };

export interface History {
  /** Newest first; those of one moment by their field. */
  rows: HistoryRow[];
  /** What `before` is to be for the page of older changes; null at the first change. */
  next: string | null;
}
