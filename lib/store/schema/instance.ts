import { jsonb, pgTable, text } from "drizzle-orm/pg-core";

/** Small facts of the instance: the set-up token's hash, the check value of the master keys, the inventory revision. */
export const instance = pgTable("instance", {
  name: text("name").primaryKey(),
  value: jsonb("value").notNull(),
});
