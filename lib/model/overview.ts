import type { FacetCount, Facets } from "./answers.ts";
import type { Coverage } from "./source.ts";
import type { AbsentReason, CloudId } from "./vocabulary.ts";

/** Keys of one day, `2026-11-25` in the zone that was asked for. */
export interface DayCount {
  day: string;
  count: number;
  /** The filter that lists them: `deletes=2026-11-25`, or the moments where that day begins and ends elsewhere. */
  query: string;
}

/** The keys whose day is not among those ahead. With the days they are all keys. */
export interface OtherDays {
  /** Before today. */
  past: number;
  pastQuery: string;
  /** After the last day ahead. */
  later: number;
  laterQuery: string;
  /** Without a time: `none` where the cloud said so, else the reason why we do not know. */
  absent: FacetCount[];
}

/** Keys created from the day `from` to the day `to`, both whole; null is open. Or those without a time, for the reason of `absent`. */
export interface AgeCount {
  from: string | null;
  to: string | null;
  absent: AbsentReason | "none" | null;
  count: number;
  /** The filter that lists them: `created=2025-11-22..2026-08-23`. */
  query: string;
}

/** Keys up to a moment that moves with the asking. */
export interface SoonCount {
  count: number;
  /** The filter that lists them: `deletes=..7d`. */
  query: string;
}

export type SourceStanding = "read" | "stale" | "unread" | "not-enabled";

/** A source as a cell of the map: how it stands, and the keys that its account and region list. */
export interface SourceCell {
  cloud: CloudId;
  account: { id: string; name: string };
  region: string;
  project: string | null;
  standing: SourceStanding;
  /** There may be more keys than were counted. */
  isPartial: boolean;
  lastReadAt: string | null;
  /** The code of what made the last attempt fail. */
  code: string | null;
  count: number;
}

/** The answer of `GET /overview`: the inventory counted, for pictures. Each number is what its filter lists. */
export interface Overview {
  total: number;
  undecided: number;
  facets: Facets;
  /** The coming days that have any, today first. */
  deletes: DayCount[];
  expires: DayCount[];
  otherDays: { deletes: OtherDays; expires: OtherDays };
  soon: { deletes: SoonCount; expires: SoonCount };
  /** From young to old, then those without a time. */
  ages: AgeCount[];
  sources: SourceCell[];
  coverage: Coverage;
  asOf: string;
  /** Whose days these are. */
  zone: string;
}
