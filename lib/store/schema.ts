import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, customType, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import type { FactField } from "../model/key.ts";
import type { AbsentReason } from "../model/vocabulary.ts";
import { isoTime } from "./iso-time.ts";

/** Written as any ISO 8601 time, read as `2026-11-22T06:00:00.000Z`, whatever the server's time zone and date style. */
const time = customType<{ data: string; driverData: string }>({ dataType: () => "timestamp with time zone", fromDriver: isoTime });

/** Cloud accounts. The credential is apart, in `secrets`, so that no read of an account can carry it. */
export const accounts = pgTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    cloud: text("cloud").notNull(),
    name: text("name").notNull(),
    /** null = all regions, kept up to date by discovery. */
    regions: jsonb("regions").$type<string[]>(),
    groups: jsonb("groups").$type<string[]>().notNull(),
    endpoints: jsonb("endpoints").$type<Record<string, string>>().notNull(),
    projects: jsonb("projects").$type<Record<string, string>>().notNull(),
    /** The cloud's own account number; null until the cloud told us. Never leaves the server. */
    cloudAccount: text("cloud_account"),
    principal: text("principal"),
    identifiedAt: time("identified_at"),
    credentialType: text("credential_type").notNull(),
    credentialHint: text("credential_hint").notNull(),
    credentialSetAt: time("credential_set_at").notNull(),
    problem: jsonb("problem"),
    /** Regions and projects the credential can see; null when discovery failed or never ran. */
    discovered: jsonb("discovered").$type<{ region: string; project: string | null }[]>(),
    discoveryProblem: jsonb("discovery_problem"),
    /** When discovery was last begun; whoever moves it forward does the work. */
    discoveryTriedAt: time("discovery_tried_at"),
    /** A refused credential rests until a person acts. */
    restsSince: time("rests_since"),
    createdAt: time("created_at").notNull(),
  },
  (t) => [uniqueIndex("accounts_name").on(t.name)],
);

/** Sealed credentials: AES-256-GCM, bound to their row and to the endpoints they may be sent to. */
export const secrets = pgTable("secrets", {
  accountId: text("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  version: integer("version").notNull(),
  keyId: text("key_id").notNull(),
  sealed: text("sealed").notNull(),
});

export const sources = pgTable(
  "sources",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    region: text("region").notNull(),
    project: text("project"),
    /** Cloud, cloud account, region and project in one; null until the cloud account is known. Two accounts never read the same place. */
    place: text("place"),
    outcome: text("outcome").notNull().default("never"),
    queuedAt: time("queued_at"),
    acceptDrop: boolean("accept_drop").notNull().default(false),
    leaseOwner: text("lease_owner"),
    leaseUntil: time("lease_until"),
    /** Fencing: a holder whose number is not the row's may not write. */
    fence: integer("fence").notNull().default(0),
    lastReadAt: time("last_read_at"),
    lastTriedAt: time("last_tried_at"),
    nextDueAt: time("next_due_at"),
    /** Every problem of the last attempt; the first is the one that decided its outcome. */
    problems: jsonb("problems").notNull().default([]),
    problem: jsonb("problem"),
    held: integer("held").notNull().default(0),
    claimed: integer("claimed"),
    countMismatch: boolean("count_mismatch").notNull().default(false),
    /** Progress while reading. */
    done: integer("done").notNull().default(0),
    expected: integer("expected"),
    calls: integer("calls").notNull().default(0),
    throttled: integer("throttled").notNull().default(0),
  },
  (t) => [
    unique("sources_place").on(t.accountId, t.region, t.project).nullsNotDistinct(),
    uniqueIndex("sources_one_reader").on(t.place),
    index("sources_due").on(t.queuedAt, t.nextDueAt),
  ],
);

/** By code point, whatever the server's locale: the same comparison as live rows have. */
const byCodePoint = (column: AnyPgColumn) => sql`${column} collate "C"`;

/**
 * One row a key, as the table filters and sorts it. What lists and facets read of every row stands first, since a scan takes a row apart from its start.
 * `profile`, `search` and what stands beside it are made by `keyColumns`, in JavaScript and not by the database, so that live and stored agree.
 */
export const keys = pgTable(
  "keys",
  {
    ref: text("ref").primaryKey(),
    sourceId: text("source_id")
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    accountId: text("account_id").notNull(),
    presence: text("presence").notNull(),
    /** The values and absent reasons of all facet facts in one text: facets are counted by grouping over it. */
    profile: text("profile").notNull(),
    cloud: text("cloud").notNull(),
    region: text("region").notNull(),
    project: text("project"),
    state: text("state"),
    spec: text("spec"),
    family: text("family"),
    usage: text("usage"),
    origin: text("origin"),
    protection: text("protection"),
    manager: text("manager"),
    rotation: text("rotation"),
    deletionProtection: text("deletion_protection"),
    instance: text("instance"),
    createdAt: time("created_at"),
    deletesAt: time("deletes_at"),
    expiresAt: time("expires_at"),
    lastRotatedAt: time("last_rotated_at"),
    nextRotationAt: time("next_rotation_at"),
    firstSeenAt: time("first_seen_at").notNull(),
    lastSeenAt: time("last_seen_at").notNull(),
    describedAt: time("described_at"),
    goneAt: time("gone_at"),
    rotationIntervalDays: integer("rotation_interval_days"),
    missedListings: integer("missed_listings").notNull().default(0),
    /** field → reason. */
    absent: jsonb("absent").$type<Partial<Record<FactField, AbsentReason>>>().notNull(),
    keyId: text("key_id").notNull(),
    alias: text("alias"),
    /** What the alias is sorted by (`sortText`): short enough for an index. */
    aliasSort: text("alias_sort"),
    /** Everything that `q` looks in, lower-cased, one part a line. */
    search: text("search").notNull(),
    /** All aliases without `alias/`, lower-cased, one a line. */
    aliasText: text("alias_text").notNull(),
    aliases: jsonb("aliases").$type<string[]>(),
    arn: text("arn"),
    tags: jsonb("tags").$type<Record<string, string>>(),
    /** Lower-cased [key, value] pairs. */
    tagPairs: jsonb("tag_pairs").$type<[string, string][]>().notNull(),
    description: text("description"),
    descriptionLower: text("description_lower"),
    /** field → the words behind an absent reason. */
    notes: jsonb("notes").$type<Partial<Record<FactField, string>>>().notNull(),
  },
  (t) => [
    index("keys_source").on(t.sourceId),
    index("keys_alias").on(byCodePoint(t.aliasSort), byCodePoint(t.ref)),
    uniqueIndex("keys_place").on(t.sourceId, t.keyId),
  ],
);

/** Provenance and the cloud's own words, apart from the narrow row. */
export const keyDetails = pgTable("key_details", {
  ref: text("ref")
    .primaryKey()
    .references(() => keys.ref, { onDelete: "cascade" }),
  facts: jsonb("facts").notNull(),
  raw: jsonb("raw").notNull(),
});

/** Every change of a fact, with its time. */
export const changes = pgTable(
  "changes",
  {
    ref: text("ref")
      .notNull()
      .references(() => keys.ref, { onDelete: "cascade" }),
    field: text("field").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    at: time("at").notNull(),
    operation: text("operation").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ref, t.field, t.at] })],
);

export const users = pgTable(
  "users",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role").notNull(),
    /** null = all account groups. */
    groups: jsonb("groups").$type<string[]>(),
    passwordHash: text("password_hash"),
    disabled: boolean("disabled").notNull().default(false),
    failures: integer("failures").notNull().default(0),
    blockedUntil: time("blocked_until"),
    createdAt: time("created_at").notNull(),
  },
  (t) => [uniqueIndex("users_email").on(t.email)],
);

export const sessions = pgTable("sessions", {
  /** SHA-256 of the id that the cookie holds. */
  idHash: text("id_hash").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  createdAt: time("created_at").notNull(),
  lastSeenAt: time("last_seen_at").notNull(),
  expiresAt: time("expires_at").notNull(),
});

export const tokens = pgTable(
  "tokens",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of the token. */
    hash: text("hash").notNull(),
    name: text("name").notNull(),
    role: text("role").notNull(),
    groups: jsonb("groups").$type<string[]>(),
    createdAt: time("created_at").notNull(),
    expiresAt: time("expires_at"),
    lastUsedAt: time("last_used_at"),
  },
  (t) => [uniqueIndex("tokens_hash").on(t.hash)],
);

/** Small facts of the instance: the set-up token's hash, the check value of the master keys, the inventory revision. */
export const instance = pgTable("instance", {
  name: text("name").primaryKey(),
  value: jsonb("value").notNull(),
});
