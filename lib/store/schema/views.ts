import { boolean, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Preferences } from "../../model/preferences.ts";
import type { RowMember } from "../../model/row-members.ts";
import { time } from "./time.ts";

/** Saved views. Who made one is a user or an API token, so no foreign key can hold it: `forgetActor` takes the rest of who was removed away. */
export const views = pgTable(
  "views",
  {
    id: text("id").primaryKey(),
    ownerId: text("owner_id").notNull(),
    name: text("name").notNull(),
    /** Canonical, without page, cursor, key, live and facets. */
    query: text("query").notNull(),
    columns: jsonb("columns").$type<RowMember[]>(),
    isShared: boolean("is_shared").notNull().default(false),
    /** The groups of who saved it last: who shares one with them sees it when it is shared. null = everybody. */
    groups: jsonb("groups").$type<string[]>(),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (t) => [uniqueIndex("views_name").on(t.ownerId, t.name)],
);

/** The view that somebody wants to begin with: one of theirs, a shared one or a built-in one, which has no row. */
export const viewDefaults = pgTable("view_defaults", {
  actorId: text("actor_id").primaryKey(),
  viewId: text("view_id").notNull(),
});

/** How somebody wants the pages, on every machine. */
export const preferences = pgTable("preferences", {
  actorId: text("actor_id").primaryKey(),
  value: jsonb("value").$type<Preferences>().notNull(),
  updatedAt: time("updated_at").notNull(),
});
