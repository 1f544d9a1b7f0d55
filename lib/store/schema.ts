/** All tables of the store. */
export * from "./schema/accounts.ts";
export * from "./schema/instance.ts";
export * from "./schema/keys.ts";
export * from "./schema/ledger.ts";
export * from "./schema/people.ts";
export * from "./schema/sources.ts";
export * from "./schema/views.ts";
