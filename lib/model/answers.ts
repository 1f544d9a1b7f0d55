import type { KeyRow } from "./key.ts";
import type { Coverage } from "./source.ts";

export interface FacetCount {
  value: string;
  count: number;
}
export type Facets = Record<string, FacetCount[]>;

/** The answer of `GET /keys`. */
export interface KeysAnswer {
  rows: KeyRow[];
  total: number;
  undecided: number;
  page: number;
  size: number;
  next: string | null;
  facets: Facets;
  coverage: Coverage;
  asOf: string;
}

/** What ran where in a live query, per source. */
export interface LivePlan {
  account: string;
  region: string;
  project: string | null;
  /** Filters the cloud was asked to apply, in our words. */
  pushedDown: string[];
  /** Filters applied here. */
  local: string[];
  /** Filters that the cloud was asked to apply and did not: rows came that they rule out. They were applied here again, as always. */
  ignored: string[];
  /** Filters that the cloud refused to take; it was asked without them. */
  refused: string[];
  pages: number;
  calls: number;
}

/** How one key differs between the clouds' answers of now and the stored inventory, as far as the query lists it. */
export interface LiveDifference {
  ref: string;
  alias: string | null;
  /** `created` since the last reading, `gone` since, or `changed` since in the named fields. */
  kind: "created" | "gone" | "changed";
  fields: string[];
}

/** Why the live rows of a query are not the stored ones. Only sources that answered now and were read before are compared. */
export interface LiveDifferences {
  created: number;
  gone: number;
  changed: number;
  /** The first of them, at most 100. */
  rows: LiveDifference[];
  /** False when not all rows could be compared: too many of them, or cells that the clouds did not tell in time. */
  complete: boolean;
}

/** The answer of `GET /live/keys`. */
export interface LiveAnswer extends KeysAnswer {
  plan: LivePlan[];
  differences: LiveDifferences;
}

/** The plain proxy's page. */
export interface ProxyPage {
  rows: KeyRow[];
  nextPageToken: string | null;
  claimed: number | null;
  pushedDown: string[];
  requestId: string | null;
}
