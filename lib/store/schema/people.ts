import { boolean, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { time } from "./time.ts";

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
