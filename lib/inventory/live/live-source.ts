import type { Cloud, Connection } from "../../clouds/cloud.ts";
import type { KeyRow } from "../../model/key.ts";
import { type ReadingPart, mergeReadings } from "../../model/merge-readings.ts";
import type { CloudError } from "../../model/problem.ts";
import type { ReadKey } from "../../model/reading.ts";
import type { SourceAddress } from "../../model/source.ts";
import { toKeyRow } from "../../model/to-key-row.ts";
import type { AccountRow } from "../../store/accounts.ts";
import type { StoredSource } from "../../store/sources.ts";
import { openProblemLog, type ProblemLog } from "./problem-log.ts";

/** A source that is being asked now: what was heard so far. */
export interface LiveSource {
  source: StoredSource;
  /** Where the calls go: the source itself, or each project of a region whose projects nobody told us yet. */
  address: SourceAddress;
  account: AccountRow;
  cloud: Cloud;
  connection: Connection;
  /** Everything heard about each key, by key id, in the order of asking. */
  heard: Map<string, ReadingPart[]>;
  /** Keys that the listing lacked and that the cloud described all the same. */
  unlisted: Set<string>;
  problems: ProblemLog;
  /** `<operation> <key id>` of what was asked about single keys. */
  asked: Set<string>;
  /** Failures of one operation in a row: after a few, the rest is not asked. */
  streaks: Map<string, { error: CloudError; length: number }>;
  claimed: number | null;
  pushedDown: string[];
  refused: string[];
  pages: number;
  calls: number;
  now: () => Date;
}

export function openLiveSource(source: StoredSource, open: Pick<LiveSource, "account" | "cloud" | "connection">, now: () => Date): LiveSource {
  return {
    ...open,
    source,
    address: source,
    heard: new Map(),
    unlisted: new Set(),
    asked: new Set(),
    problems: openProblemLog(source, now),
    streaks: new Map(),
    claimed: null,
    pushedDown: [],
    refused: [],
    pages: 0,
    calls: 0,
    now,
  };
}

export function readKeyOf(live: LiveSource, keyId: string): ReadKey {
  return mergeReadings(live.cloud, live.heard.get(keyId) ?? []);
}

/** The key as a row of now. When the inventory first saw it is not known here. */
export function liveRow(live: LiveSource, key: ReadKey): KeyRow {
  const { account, source, cloud } = live;
  const parts = live.heard.get(key.keyId) ?? [];
  // Without "who am I", keys name their account themselves; failing that, our own id keeps refs apart.
  const cloudAccount = account.cloudAccount ?? parts.flatMap(({ reading }) => cloud.accountOf(reading) ?? [])[0] ?? account.id;
  const at = live.now().toISOString();
  return toKeyRow({ cloud: account.cloud, cloudAccount, account: source.account, region: source.region, project: live.address.project }, key, {
    firstSeenAt: at,
    lastSeenAt: at,
    presence: live.unlisted.has(key.keyId) ? "missing" : "present",
    goneAt: null,
  });
}

/** Adds an answer to what was heard about its key. */
export function hear(live: LiveSource, part: ReadingPart): void {
  const { keyId } = part.reading;
  const parts = live.heard.get(keyId);
  if (parts) parts.push(part);
  else live.heard.set(keyId, [part]);
}
