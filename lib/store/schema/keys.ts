import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { FactField } from "../../model/key.ts";
import { type AbsentReason, UNDECIDED_REASONS } from "../../model/vocabulary.ts";
import { sources } from "./sources.ts";
import { time } from "./time.ts";

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
    enterpriseProject: text("enterprise_project"),
    createdAt: time("created_at"),
    deletesAt: time("deletes_at"),
    expiresAt: time("expires_at"),
    lastRotatedAt: time("last_rotated_at"),
    nextRotationAt: time("next_rotation_at"),
    firstSeenAt: time("first_seen_at").notNull(),
    /** Written only when something else of the row changes: a present key was last seen when its source was last read (`seenAt`). */
    lastSeenAt: time("last_seen_at").notNull(),
    /** null when the last reading could not describe it. */
    describedAt: time("described_at"),
    goneAt: time("gone_at"),
    /** Not always whole days: some clouds say seconds. */
    rotationIntervalDays: doublePrecision("rotation_interval_days"),
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
    /** Whether a reason of `absent` leaves filters undecided: such a row must never be passed over by an index. */
    untold: boolean("untold")
      .notNull()
      .generatedAlwaysAs(sql.raw(`jsonb_path_exists(absent, '$.* ? (${UNDECIDED_REASONS.map((reason) => `@ == "${reason}"`).join(" || ")})')`)),
    /** field → the words behind an absent reason. */
    notes: jsonb("notes").$type<Partial<Record<FactField, string>>>().notNull(),
  },
  (t) => [
    index("keys_source").on(t.sourceId),
    index("keys_alias").on(byCodePoint(t.aliasSort), byCodePoint(t.ref)),
    uniqueIndex("keys_place").on(t.sourceId, t.keyId),
    // What `maybeSql` asks: rows that may pass a text or a time, found without a scan.
    index("keys_search").using("gin", sql`${t.search} gin_trgm_ops`),
    index("keys_untold").on(t.sourceId).where(sql`${t.untold}`),
    index("keys_created").on(t.createdAt),
    index("keys_deletes").on(t.deletesAt).where(sql`${t.deletesAt} is not null`),
    index("keys_expires").on(t.expiresAt).where(sql`${t.expiresAt} is not null`),
    index("keys_rotated").on(t.lastRotatedAt).where(sql`${t.lastRotatedAt} is not null`),
  ],
);

/**
 * When a key was last described, whether or not that changed anything: apart from the wide row, which is written only when it changes, so that
 * nothing is shown as younger than the answer it came from. `described_at` of the row is the time of the last change.
 */
export const keyChecks = pgTable("key_checks", {
  ref: text("ref")
    .primaryKey()
    .references(() => keys.ref, { onDelete: "cascade" }),
  describedAt: time("described_at").notNull(),
  requestId: text("request_id"),
  /** Operation → its last answer about this key, where a reading asks it of few keys only: describes and details. */
  calls: jsonb("calls").$type<Record<string, { at: string; requestId: string | null }>>().notNull().default({}),
});

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
