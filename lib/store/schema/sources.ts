import { boolean, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import type { AboutSource, ReadingCost } from "../../model/about-source.ts";
import { accounts } from "./accounts.ts";
import { time } from "./time.ts";

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
    /** The reading that runs was asked for by somebody, and not merely due. */
    isAsked: boolean("is_asked").notNull().default(true),
    /** The reading that runs, or the one that is queued, describes every key. */
    isFull: boolean("is_full").notNull().default(true),
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
    /** Specs beyond which the cloud lists nothing; null = it lists all. */
    onlySpecs: jsonb("only_specs").$type<string[]>(),
    /** Fields by which the cloud's own filter may miss keys that the last whole reading saw; null before one said. */
    mayMiss: jsonb("may_miss").$type<string[]>(),
    about: jsonb("about").$type<AboutSource>().notNull().default({}),
    cost: jsonb("cost").$type<ReadingCost>(),
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
