import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { time } from "./time.ts";

/**
 * What all processes that call the clouds agree on: one small entry for each budget and each refused credential. Its content is the way out's affair.
 * A process writes the version that follows the one it read, or nothing.
 */
export const ledger = pgTable("ledger", {
  name: text("name").primaryKey(),
  version: integer("version").notNull(),
  entry: jsonb("entry").$type<unknown>().notNull(),
  usedAt: time("used_at").notNull(),
});
