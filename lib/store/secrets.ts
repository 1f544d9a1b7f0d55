import { eq, sql } from "drizzle-orm";
import type { Credential } from "../model/account.ts";
import { database, type Handle } from "./database.ts";
import { masterKeys } from "./master-keys.ts";
import { accounts, secrets } from "./schema.ts";
import { seal, unseal } from "./seal.ts";

/** Where a credential may be sent: it does not open for an account whose cloud or endpoints were changed. */
export interface Destination {
  cloud: string;
  endpoints: Record<string, string>;
}

/** What a credential is sealed to. */
export const binding = (accountId: string, version: number, to: Destination) => ({
  table: "secrets",
  rowId: accountId,
  version,
  bound: { cloud: to.cloud, endpoints: to.endpoints },
});

/** Prepared outside the transaction that saves it, since the master keys may have to be read first. */
export async function sealCredential(
  accountId: string,
  version: number,
  to: Destination,
  credential: Credential,
): Promise<{ version: number; keyId: string; sealed: string }> {
  const [newest] = await masterKeys();
  if (!newest) throw new Error("there is no master key");
  return { version, keyId: newest.id, sealed: seal(JSON.stringify(credential), binding(accountId, version, to), newest) };
}

export async function saveSecret(handle: Handle, accountId: string, secret: { version: number; keyId: string; sealed: string }): Promise<void> {
  await handle
    .insert(secrets)
    .values({ accountId, ...secret })
    .onConflictDoUpdate({ target: secrets.accountId, set: { version: sql`excluded.version`, keyId: sql`excluded.key_id`, sealed: sql`excluded.sealed` } });
}

export async function secretVersion(accountId: string, handle: Handle = database()): Promise<number> {
  const [row] = await handle.select({ version: secrets.version }).from(secrets).where(eq(secrets.accountId, accountId));
  return row?.version ?? 0;
}

/** The credential in clear, for the signer only. Throws SealError when it does not belong to this account as it stands. */
export async function openSecret(accountId: string): Promise<{ credential: Credential; version: number } | undefined> {
  const masters = await masterKeys();
  const [row] = await database()
    .select({ sealed: secrets.sealed, version: secrets.version, cloud: accounts.cloud, endpoints: accounts.endpoints })
    .from(secrets)
    .innerJoin(accounts, eq(accounts.id, secrets.accountId))
    .where(eq(secrets.accountId, accountId));
  if (!row) return undefined;
  return { credential: JSON.parse(unseal(row.sealed, binding(accountId, row.version, row), masters)) as Credential, version: row.version };
}
