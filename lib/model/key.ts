import type { ToldExtras } from "./extras.ts";
import type { FactTerms } from "./vendor-terms.ts";
import type { AbsentReason, CloudId, DeletionProtection, Family, Manager, Presence, Protection, Rotation } from "./vocabulary.ts";

/**
 * The facts that a cloud states about a key, normalised. `null` means that the cloud said "empty";
 * a field that nobody told us is missing here and stands in `absent` with its reason.
 * Open vocabularies (state, spec, usage, origin) are strings: a vendor value without a mapping survives, lower-kebabed.
 */
export interface KeyFacts {
  alias: string | null;
  aliases: string[];
  description: string | null;
  state: string | null;
  spec: string | null;
  family: Family | null;
  usage: string | null;
  origin: string | null;
  protection: Protection | null;
  manager: Manager | null;
  rotation: Rotation | null;
  rotationIntervalDays: number | null;
  /** ISO 8601 UTC, as every time below. */
  lastRotatedAt: string | null;
  nextRotationAt: string | null;
  deletionProtection: DeletionProtection | null;
  createdAt: string | null;
  deletesAt: string | null;
  expiresAt: string | null;
  instance: string | null;
  /** The grouping inside one cloud account that some clouds bill and permit by. */
  enterpriseProject: string | null;
  tags: Record<string, string>;
}

export type FactField = keyof KeyFacts;

/** Every fact field once, in the order of a row. The compiler holds the list. */
const FACTS = {
  alias: true,
  aliases: true,
  description: true,
  state: true,
  spec: true,
  family: true,
  usage: true,
  origin: true,
  protection: true,
  manager: true,
  rotation: true,
  rotationIntervalDays: true,
  lastRotatedAt: true,
  nextRotationAt: true,
  deletionProtection: true,
  createdAt: true,
  deletesAt: true,
  expiresAt: true,
  instance: true,
  enterpriseProject: true,
  tags: true,
} as const satisfies Record<FactField, true>;
export const FACT_FIELDS = Object.keys(FACTS) as FactField[];

/** A key in a list answer (`GET /keys`). An absent field is `null` and its reason stands in `absent`. */
export interface KeyRow extends Omit<KeyFacts, "aliases" | "tags"> {
  ref: string;
  cloud: CloudId;
  account: { id: string; name: string };
  region: string;
  /** The cloud's project, or null where the cloud has none. */
  project: string | null;
  keyId: string;
  arn: string | null;
  /** null only when absent. */
  aliases: string[] | null;
  tags: Record<string, string> | null;
  firstSeenAt: string;
  lastSeenAt: string;
  describedAt: string | null;
  presence: Presence;
  goneAt: string | null;
  absent: Partial<Record<FactField, AbsentReason>>;
  /** A few words behind an absent reason: why it does not apply ("asymmetric key") or the cloud's error code. */
  notes: Partial<Record<FactField, string>>;
}

/** Who said it and when: the call behind one fact. */
export interface Fact {
  operation: string;
  at: string;
  requestId: string | null;
}

/** One key with its provenance (`GET /keys/{ref}`). */
export interface KeyDetail extends KeyRow {
  facts: Partial<Record<FactField, Fact>>;
  /** The cloud's own words, by operation: `{ "DescribeKey": { … } }`. */
  raw: Record<string, unknown>;
  /** Lists of this one key. A stored answer has none of them: `pending`, or `unreported` where the cloud has no such thing. */
  extras: ToldExtras;
  /** Where the cloud's own console shows it; only for keys of the inventory. */
  console?: ConsoleLink;
  /** What the cloud itself calls facts and values, for those of which that is known. */
  terms?: Partial<Record<FactField, FactTerms>>;
}

/** `own-endpoint`: its account is asked at an address that is not the cloud's, so the cloud's console need not know the key. `no-address`: none is known. */
export type ConsoleLink = { url: string } | { url: null; because: "own-endpoint" | "no-address" };
