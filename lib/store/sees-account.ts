import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "../model/scope.ts";
import { accounts } from "./schema.ts";

/** True for the accounts that the asker may see: in a statement that has `accounts` at hand. */
export function seesAccount(scope: Scope): SQL<boolean> {
  if (scope.groups === "all") return sql`true`;
  return sql`${accounts.groups} ?| ${sql.param([...scope.groups])}::text[]`;
}
