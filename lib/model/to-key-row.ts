import { FACT_FIELDS, type FactField, type KeyFacts, type KeyRow } from "./key.ts";
import type { ReadKey } from "./reading.ts";
import { keyRef } from "./ref.ts";
import type { CloudId, Presence } from "./vocabulary.ts";
import { wellFormed } from "./well-formed.ts";

/** Where a key was read. `cloudAccount` is the cloud's own account number: it goes into the ref and nowhere else. */
export interface KeyPlace {
  cloud: CloudId;
  cloudAccount: string;
  account: { id: string; name: string };
  region: string;
  project: string | null;
}

/** What the inventory knows about a key beside the cloud's facts. Times are ISO 8601 UTC. */
export interface KeySeen {
  firstSeenAt: string;
  lastSeenAt: string;
  presence: Presence;
  goneAt: string | null;
}

const TIMES = ["lastRotatedAt", "nextRotationAt", "createdAt", "deletesAt", "expiresAt"] as const satisfies readonly FactField[];

/** The row that lists, filters and sorts, from the key as read: live and stored rows are made here, so that they agree. */
export function toKeyRow(place: KeyPlace, key: ReadKey, seen: KeySeen): KeyRow {
  const facts: KeyFacts = { ...NOTHING, ...wellFormed(key.values) };
  for (const field of TIMES) facts[field] = isoTime(facts[field]);
  const absent: KeyRow["absent"] = {};
  const notes: KeyRow["notes"] = {};
  for (const field of FACT_FIELDS) {
    if (key.values[field] !== undefined) continue;
    absent[field] = key.absent[field]?.reason ?? "pending";
    const note = key.absent[field]?.note;
    if (note) notes[field] = wellFormed(note);
  }
  return {
    ref: keyRef({ ...place, keyId: key.keyId }),
    cloud: place.cloud,
    account: place.account,
    region: place.region,
    project: place.project,
    keyId: wellFormed(key.keyId),
    arn: wellFormed(key.arn),
    ...facts,
    aliases: key.values.aliases === undefined ? null : facts.aliases,
    tags: key.values.tags === undefined ? null : facts.tags,
    ...seen,
    firstSeenAt: isoTime(seen.firstSeenAt),
    lastSeenAt: isoTime(seen.lastSeenAt),
    goneAt: isoTime(seen.goneAt),
    describedAt: isoTime(key.describedAt),
    absent,
    notes,
  };
}

const NOTHING: KeyFacts = {
  alias: null,
  aliases: [],
  description: null,
  state: null,
  spec: null,
  family: null,
  usage: null,
  origin: null,
  protection: null,
  manager: null,
  rotation: null,
  rotationIntervalDays: null,
  lastRotatedAt: null,
  nextRotationAt: null,
  deletionProtection: null,
  createdAt: null,
  deletesAt: null,
  expiresAt: null,
  instance: null,
  enterpriseProject: null,
  tags: {},
};

/** One way of writing an instant everywhere: `2026-01-31T08:00:00.000Z`. Throws a RangeError for what is no time. */
function isoTime(time: string): string;
function isoTime(time: string | null): string | null;
function isoTime(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
