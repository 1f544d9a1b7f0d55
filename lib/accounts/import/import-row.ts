import type { Refusal } from "../../model/refusal.ts";

/** One row as it came: not yet checked. */
export interface ImportRow {
  /** JSON: the place in the list, from 1. CSV: the line on which the row begins. */
  line: number;
  input: unknown;
  /** What is wrong with the row before it is an account. */
  fault: Refusal | null;
}

export const MOST_ROWS = 200;
