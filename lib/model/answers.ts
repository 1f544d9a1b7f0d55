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
  pages: number;
  calls: number;
}

/** The answer of `GET /live/keys`. */
export interface LiveAnswer extends KeysAnswer {
  plan: LivePlan[];
}

/** The plain proxy's page. */
export interface ProxyPage {
  rows: KeyRow[];
  nextPageToken: string | null;
  claimed: number | null;
  pushedDown: string[];
  requestId: string | null;
}
