import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { AccountLimits } from "../model/account.ts";
import type { Scope } from "../model/scope.ts";
import type { CloudId } from "../model/vocabulary.ts";
import { database, type Handle } from "./database.ts";
import { accounts, ledger } from "./schema.ts";
import { seesAccount } from "./sees-account.ts";

/** A failure of an account as a whole, as stored. */
export interface AccountProblem {
  operation: string;
  code: string;
  message: string;
  requestId: string | null;
  at: string;
}

/** An account as stored, without its credential. `regions: null` = all. `cloudAccount` never leaves the server. */
export type AccountRow = Omit<typeof accounts.$inferSelect, "cloud" | "problem" | "discoveryProblem"> & {
  cloud: CloudId;
  problem: AccountProblem | null;
  discoveryProblem: AccountProblem | null;
};

export async function readAccounts(scope: Scope): Promise<AccountRow[]> {
  const rows = await database().select().from(accounts).where(seesAccount(scope)).orderBy(asc(accounts.name), asc(accounts.id));
  return rows as AccountRow[];
}

/** Undefined when there is none, or not for this asker. */
export async function readAccount(scope: Scope, id: string, handle: Handle = database()): Promise<AccountRow | undefined> {
  const [row] = await handle
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id), seesAccount(scope)));
  return row as AccountRow | undefined;
}

/** Which of these names stand in the house, whoever sees their accounts: each is there once. */
export async function takenNames(names: string[]): Promise<Set<string>> {
  const rows = await database().select({ name: accounts.name }).from(accounts).where(inArray(accounts.name, names));
  return new Set(rows.map(({ name }) => name));
}

export async function insertAccount(handle: Handle, row: AccountRow): Promise<void> {
  await handle.insert(accounts).values(row);
}

/** `set` must not hold what the credential is bound to (cloud, endpoints) unless the credential is saved anew in the same transaction. */
export async function updateAccount(handle: Handle, id: string, set: Partial<Omit<AccountRow, "id">>): Promise<void> {
  if (Object.keys(set).length > 0) await handle.update(accounts).set(set).where(eq(accounts.id, id));
}

/** Removes the account with its credential, sources and keys; false when there is none, or not for this asker. */
export async function removeAccountRow(handle: Handle, scope: Scope, id: string): Promise<boolean> {
  const removed = await handle
    .delete(accounts)
    .where(and(eq(accounts.id, id), seesAccount(scope)))
    .returning({ id: accounts.id });
  return removed.length > 0;
}

/** The users' own limits over one cloud account, those of the account named by `id` among them: two accounts of ours may read different regions of it. */
export async function readLimits(account: Pick<AccountRow, "cloud" | "cloudAccount"> & { id?: string }): Promise<AccountLimits[]> {
  const isSame = and(eq(accounts.cloud, account.cloud), eq(accounts.cloudAccount, account.cloudAccount ?? ""));
  const rows = await database()
    .select({ limits: accounts.limits })
    .from(accounts)
    .where(account.id === undefined ? isSame : or(eq(accounts.id, account.id), isSame));
  return rows.map(({ limits }) => limits);
}

/** Keeps what budgets and refusals call the account's credential. */
export async function nameCredential(id: string, credentialName: string): Promise<void> {
  await database().update(accounts).set({ credentialName }).where(eq(accounts.id, id));
}

/** Refused credentials rest until a person acts; only the first refusal sets the time. */
export async function restAccount(id: string, problem: AccountProblem): Promise<void> {
  await database()
    .update(accounts)
    .set({ restsSince: sql`coalesce(${accounts.restsSince}, now())`, problem })
    .where(eq(accounts.id, id));
}

/** A person acts: the accounts may be read again, and what the ledger counts against their credentials is forgotten, for all processes. */
export async function wakeAccounts(handle: Handle, ids: string[]): Promise<void> {
  const named = handle
    .select({ name: sql<string>`'refused|' || ${accounts.credentialName}` })
    .from(accounts)
    .where(inArray(accounts.id, ids));
  // One refusal stays counted, so that each act of a person costs one call: some clouds lock a key that is refused five times running.
  await handle
    .update(ledger)
    .set({ version: sql`${ledger.version} + 1`, entry: sql`jsonb_set(${ledger.entry}, '{refusals}', '1')`, usedAt: sql`now()` })
    .where(and(inArray(ledger.name, named), sql`(${ledger.entry} ->> 'refusals')::int > 1`));
  await handle.update(accounts).set({ restsSince: null }).where(inArray(accounts.id, ids));
}

/**
 * Takes the account whose discovery is the longest due, if one is: whoever gets it does it.
 * @param periodMinutes time between two discoveries
 */
export async function claimDiscovery(periodMinutes: number): Promise<string | null> {
  const due = database()
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(isNull(accounts.restsSince), sql`coalesce(${accounts.discoveryTriedAt}, '-infinity') < now() - make_interval(mins => ${periodMinutes})`))
    .orderBy(sql`${accounts.discoveryTriedAt} asc nulls first`)
    .limit(1)
    .for("update", { skipLocked: true });
  const [taken] = await database()
    .update(accounts)
    .set({ discoveryTriedAt: sql`now()` })
    .where(eq(accounts.id, sql`(${due})`))
    .returning({ id: accounts.id });
  return taken?.id ?? null;
}
