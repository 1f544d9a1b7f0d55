import type { AbsentReason } from "../model/vocabulary.ts";
import type { QueryField } from "./fields.ts";

export const PAGE_SIZES = [25, 50, 100, 200] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

/** How the values of one filter are compared. Ranges and `none` / `any` stand among the values. */
export type Match = "equals" | "contains" | "starts-with";

/** A point in time as written: a day (whole, UTC), an instant, or an offset from now that stays relative. */
export type Bound = { kind: "day"; day: string } | { kind: "instant"; at: string } | { kind: "relative"; amount: number; unit: "h" | "d" | "w" };

export type FilterValue =
  | { kind: "text"; text: string }
  | { kind: "none" }
  | { kind: "any" }
  /** Absent for this reason, asked for by name: `rotation=denied`. */
  | { kind: "absent"; reason: AbsentReason }
  | { kind: "range"; from: Bound | null; to: Bound | null }
  /** `env:prod`, split at its first unescaped colon; `value: null` for a bare tag key. */
  | { kind: "tag"; key: string; value: string | null };

/** One parameter: one field, one operator for the whole list, values joined by OR. */
export interface Filter {
  field: QueryField;
  negated: boolean;
  match: Match;
  values: FilterValue[];
}

/**
 * The parsed view: what the URL says, defaults of sort, page and size filled in. Filters stand in canonical order, one per field.
 * The default of `presence` is not among them (`effectiveFilters` adds it), so that a page shows no token for it.
 */
export interface KeyQuery {
  filters: Filter[];
  /** `undecided` shows exactly the rows that could not be judged. */
  judged: "yes" | "undecided";
  sort: { field: QueryField; descending: boolean };
  page: number;
  size: PageSize;
  cursor: string | null;
  facets: QueryField[];
  /** The open key. */
  key: string | null;
  live: boolean;
}

/** One part of a query string that was not understood. */
export interface QueryFault {
  field: string;
  value: string;
  reason: "unknown-field" | "repeated-field" | "malformed" | "unknown-value";
  message: string;
}
