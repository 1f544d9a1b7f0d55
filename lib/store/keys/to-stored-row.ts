import type { KeyRow } from "../../model/key.ts";
import type { KeyRecord } from "./key-columns.ts";

export type StoredColumns = Omit<
  KeyRecord,
  "missedListings" | "profile" | "search" | "aliasText" | "aliasSort" | "tagPairs" | "descriptionLower" | "untold" | "sourceId"
>;

/** The row that `keyColumns` was given; the account's name is as it is now. */
export function toStoredRow(record: StoredColumns, accountName: string): KeyRow {
  const { ref, region, project, keyId, arn, presence, aliases, tags, absent, notes } = record;
  return {
    ref,
    cloud: record.cloud as KeyRow["cloud"],
    account: { id: record.accountId, name: accountName },
    region,
    project,
    keyId,
    arn,
    alias: record.alias,
    aliases,
    description: record.description,
    state: record.state,
    spec: record.spec,
    family: record.family as KeyRow["family"],
    usage: record.usage,
    origin: record.origin,
    protection: record.protection as KeyRow["protection"],
    manager: record.manager as KeyRow["manager"],
    rotation: record.rotation as KeyRow["rotation"],
    rotationIntervalDays: record.rotationIntervalDays,
    lastRotatedAt: record.lastRotatedAt,
    nextRotationAt: record.nextRotationAt,
    deletionProtection: record.deletionProtection as KeyRow["deletionProtection"],
    createdAt: record.createdAt,
    deletesAt: record.deletesAt,
    expiresAt: record.expiresAt,
    instance: record.instance,
    enterpriseProject: record.enterpriseProject,
    tags,
    firstSeenAt: record.firstSeenAt,
    lastSeenAt: record.lastSeenAt,
    describedAt: record.describedAt,
    presence: presence as KeyRow["presence"],
    goneAt: record.goneAt,
    absent,
    notes,
  };
}

/** When a key was last seen: a reading writes only what changed, so a present key was seen whenever its source was last read. */
export function seenAt(record: { presence: string; lastSeenAt: string }, lastReadAt: string | null): string {
  return record.presence === "present" && lastReadAt !== null && lastReadAt > record.lastSeenAt ? lastReadAt : record.lastSeenAt;
}
