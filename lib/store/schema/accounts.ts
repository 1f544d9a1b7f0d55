import { integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { AccountLimits } from "../../model/account.ts";
import { time } from "./time.ts";

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
    limits: jsonb("limits").$type<AccountLimits>().notNull().default({ perSecond: null, inFlight: null }),
    /** The cloud's own account number; null until the cloud told us. Never leaves the server. */
    cloudAccount: text("cloud_account"),
    principal: text("principal"),
    identifiedAt: time("identified_at"),
    credentialType: text("credential_type").notNull(),
    credentialHint: text("credential_hint").notNull(),
    credentialSetAt: time("credential_set_at").notNull(),
    /** What budgets and refusals call the credential: the same secret has the same name. Null until it was used first. */
    credentialName: text("credential_name"),
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
