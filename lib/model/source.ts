import type { AboutSource, ReadingCost } from "./about-source.ts";
import type { Problem } from "./problem.ts";
import type { CloudId } from "./vocabulary.ts";

/** Where a cloud is asked: account × region (× project). The unit of reading, of failure and of freshness. */
export interface SourceAddress {
  region: string;
  /** The cloud's project id, or null where the cloud has none. */
  project: string | null;
}

export const SOURCE_STATES = ["idle", "queued", "reading"] as const;
export const SOURCE_OUTCOMES = ["never", "read", "failed", "held", "not-enabled"] as const;
export type SourceState = (typeof SOURCE_STATES)[number];
export type SourceOutcome = (typeof SOURCE_OUTCOMES)[number];

/** A row of `GET /sources`. */
export interface SourceRow {
  account: { id: string; name: string };
  cloud: CloudId;
  region: string;
  project: string | null;
  state: SourceState;
  outcome: SourceOutcome;
  lastReadAt: string | null;
  lastTriedAt: string | null;
  problem: Problem | null;
  /** Keys we hold, and keys the cloud claimed in its last listing. */
  held: number;
  claimed: number | null;
  /** Not null where the cloud lists keys of these specs only, whatever it is asked for: the listing is whole for them and for nothing else. */
  onlySpecs: string[] | null;
  /** What the cloud says about its service here. */
  about: AboutSource;
  /** What the last reading cost; null before the first. */
  cost: ReadingCost | null;
  /** What the next reading will cost, as far as the last one tells; null before the first. */
  next: NextReading | null;
  /** What it costs when a person asks for it, who has every key described. */
  asked: NextReading | null;
}

/** Calls, and the seconds that they take at the rate that is allowed. */
export interface NextReading {
  calls: number;
  seconds: number;
  kind: ReadingCost["kind"];
}

/** What of the inventory a query asked for was really read. `sources = read + stale + unread + notEnabled`. */
export interface Coverage {
  complete: boolean;
  sources: number;
  read: number;
  stale: number;
  unread: number;
  notEnabled: number;
  held: number;
  claimed: number | null;
  /** The oldest `lastReadAt` among the sources that hold keys. */
  oldest: string | null;
  /** Regions or projects that the credential can see and the account does not read; null when discovery failed. */
  unlisted: { account: string; region: string; project?: string }[] | null;
  problems: Problem[];
}

/** `GET /sync`: progress while reading. */
export interface SyncProgress {
  running: number;
  queued: number;
  sources: { account: string; region: string; project: string | null; done: number; expected: number | null; calls: number; throttled: number }[];
}
