import type { Cloud, Connection } from "../../clouds/cloud.ts";
import type { KeyRow } from "../../model/key.ts";
import type { ReadKey } from "../../model/reading.ts";
import type { SourceAddress } from "../../model/source.ts";
import { toKeyRow } from "../../model/to-key-row.ts";
import { readKeyOf } from "../../reading/hear.ts";
import { type OpenReading, openReading } from "../../reading/open-reading.ts";
import type { AccountRow } from "../../store/accounts.ts";
import type { StoredSource } from "../../store/sources.ts";

/** A source that is being asked now. `source` of the reading is where the calls go: the source itself, or a project of a region whose projects nobody told. */
export interface LiveSource {
  source: StoredSource;
  account: AccountRow;
  reading: OpenReading;
  /** Keys that the listing lacked and that the cloud described all the same. */
  unlisted: Set<string>;
  claimed: number | null;
  /** True when a whole listing did not hold what the cloud claimed, twice running. */
  countMismatch: boolean;
  pushedDown: string[];
  refused: string[];
  onlySpecs: string[] | null;
}

export interface OpenedAccount {
  account: AccountRow;
  cloud: Cloud;
  connection: Connection;
}

/** What fails or is late is noted, and the others answer. */
export function openLiveSource(source: StoredSource, { account, cloud, connection }: OpenedAccount, address: SourceAddress = source): LiveSource {
  const { region, project } = address;
  const at = { account: source.account.id, region: source.region, project: source.project };
  return {
    source,
    account,
    reading: openReading({ cloud, connection, source: { region, project }, at, onRefusal: "note" }),
    unlisted: new Set(),
    claimed: null,
    countMismatch: false,
    pushedDown: [],
    refused: [],
    onlySpecs: null,
  };
}

export function rowsOf(live: LiveSource, keyIds: Iterable<string> = live.reading.heard.keys()): KeyRow[] {
  return [...keyIds].map((keyId) => liveRow(live, readKeyOf(live.reading, keyId)));
}

/** The key as a row of now. When the inventory first saw it is not known here. */
export function liveRow({ account, source, reading, unlisted }: LiveSource, key: ReadKey): KeyRow {
  const parts = reading.heard.get(key.keyId) ?? [];
  // Without "who am I", keys name their account themselves; failing that, our own id keeps refs apart.
  const cloudAccount = account.cloudAccount ?? parts.flatMap((part) => reading.cloud.accountOf(part.reading) ?? [])[0] ?? account.id;
  const at = reading.now().toISOString();
  return toKeyRow({ cloud: account.cloud, cloudAccount, account: source.account, region: source.region, project: reading.source.project }, key, {
    firstSeenAt: at,
    lastSeenAt: at,
    presence: unlisted.has(key.keyId) ? "missing" : "present",
    goneAt: null,
  });
}
