import { and, asc, count, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { database } from "./database.ts";
import { keysToReseal } from "./master-keys.ts";
import { accounts, secrets } from "./schema.ts";
import { SealError, seal, unseal } from "./seal.ts";
import { binding } from "./secrets.ts";

/** How many credentials one statement writes. */
const BATCH = 100;

export interface Rekeyed {
  /** Id of the key that everything is sealed with now, but for what `older` counts. */
  newest: string;
  resealed: number;
  /** Credentials that need each older key, as the store has it at the end. */
  older: Record<string, number>;
  /** Credentials that did not open, untouched, each with the reason. */
  unopened: { account: { id: string; name: string }; because: string }[];
  /** Given keys that no credential needs any more. */
  spare: string[];
  /** No process began with the newest key before: whoever runs with older ones alone cannot open what is sealed now. */
  isUnseen: boolean;
}

export interface RekeyTerms {
  /** Told before each write. */
  onProgress?: (done: number) => unknown;
  batch?: number;
}

/**
 * Seals every stored credential anew with the newest master key. Each statement replaces only what is still as it was read, so it may run beside servers and edits,
 * be killed, and be run again: every credential is at any time sealed with the old key or the new one.
 */
export async function rekey({ onProgress, batch = BATCH }: RekeyTerms = {}): Promise<Rekeyed> {
  const { keys: masters, isUnseen } = await keysToReseal();
  const [newest] = masters;
  if (!newest) throw new Error("there is no master key");
  const unopened: Rekeyed["unopened"] = [];
  let resealed = 0;
  for (let after = ""; ; ) {
    const rows = await olderThan(newest.id, after, batch);
    const last = rows.at(-1);
    if (!last) break;
    const anew: { id: string; old: string; sealed: string }[] = [];
    for (const row of rows) {
      try {
        const bound = binding(row.account.id, row.version, row);
        anew.push({ id: row.account.id, old: row.sealed, sealed: seal(unseal(row.sealed, bound, masters), bound, newest) });
      } catch (error) {
        if (!(error instanceof SealError)) throw error;
        unopened.push({ account: row.account, because: error.message });
      }
    }
    await onProgress?.(resealed);
    const written = anew.length === 0 ? 0 : await replace(newest.id, anew);
    resealed += written;
    // What somebody else saved meanwhile is looked at once more.
    if (written === anew.length) after = last.account.id;
    else unopened.splice(unopened.length - (rows.length - anew.length));
  }
  const older = await counted(newest.id);
  const spare = masters.slice(1).flatMap(({ id }) => (older[id] === undefined ? [id] : []));
  return { newest: newest.id, resealed, older, unopened, spare, isUnseen };
}

function olderThan(newest: string, after: string, limit: number) {
  return database()
    .select({
      account: { id: accounts.id, name: accounts.name },
      cloud: accounts.cloud,
      endpoints: accounts.endpoints,
      version: secrets.version,
      sealed: secrets.sealed,
    })
    .from(secrets)
    .innerJoin(accounts, eq(accounts.id, secrets.accountId))
    .where(and(ne(secrets.keyId, newest), gt(secrets.accountId, after)))
    .orderBy(asc(secrets.accountId))
    .limit(limit);
}

/** One statement, which is a transaction of its own. Gives how many rows were still as read. */
async function replace(keyId: string, anew: { id: string; old: string; sealed: string }[]): Promise<number> {
  const sealedOf = sql.join(
    anew.map(({ id, sealed }) => sql`when ${id} then ${sealed}`),
    sql` `,
  );
  const written = await database()
    .update(secrets)
    .set({ keyId, sealed: sql`case ${secrets.accountId} ${sealedOf} end` })
    .where(
      inArray(
        sql`(${secrets.accountId}, ${secrets.sealed})`,
        anew.map(({ id, old }) => sql`(${id}, ${old})`),
      ),
    )
    .returning({ id: secrets.accountId });
  return written.length;
}

async function counted(newest: string): Promise<Record<string, number>> {
  const rows = await database().select({ id: secrets.keyId, of: count() }).from(secrets).where(ne(secrets.keyId, newest)).groupBy(secrets.keyId);
  return Object.fromEntries(rows.map(({ id, of }) => [id, of]));
}
