import type { Emulators, WorldAccount } from "#emulators/index.ts";
import { connectAccount } from "#lib/accounts/connect-account.ts";
import { QUICK } from "#lib/clouds/testing/open-emulated.ts";
import { forgetEnv } from "#lib/env.ts";
import type { Account } from "#lib/model/account.ts";
import { FACT_FIELDS, type KeyRow } from "#lib/model/key.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { database } from "#lib/store/database.ts";
import { toStoredRow } from "#lib/store/keys/to-stored-row.ts";
import { keys } from "#lib/store/schema.ts";
import { claimSource } from "#lib/store/source-lease.ts";
import type { ClaimEnd } from "../end-claim.ts";
import { runClaim } from "../run-claim.ts";

/** Allows the emulators' addresses; to be called once they run. */
export function allowEmulators(emulators: Emulators): void {
  process.env.KEYATLAS_ALLOWED_ENDPOINTS = Object.values(emulators.clouds)
    .map(({ origin }) => origin)
    .join(",");
  forgetEnv();
}

/** Connects an account of the world as a person would. */
export function connectWorldAccount(emulators: Emulators, account: WorldAccount, change: Record<string, unknown> = {}): Promise<Account> {
  const { cloud, name, regions, groups, credential } = account;
  return connectAccount(SYSTEM_SCOPE, { cloud, name, regions, groups, credential, endpoints: emulators.clouds[cloud].endpoints, ...change });
}

/** Reads what is queued or due until nothing is, several sources at a time. How each ended, by region. */
export async function drain(perAccount = 8): Promise<ClaimEnd[]> {
  const ends: ClaimEnd[] = [];
  const lane = async () => {
    for (let claim = await claimSource("test", perAccount); claim; claim = await claimSource("test", perAccount)) {
      ends.push(await runClaim(claim, new AbortController().signal, QUICK));
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  return ends;
}

/** Every stored key, by key id. */
export async function storedRows(): Promise<Map<string, KeyRow>> {
  const records = await database().select().from(keys);
  return new Map(records.map((record) => [record.keyId, toStoredRow(record, "")]));
}

const isoed = (value: unknown) => (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value);

/** What a row says, as the world tells it: values, or the absent reason. */
export function saidBy(row: Pick<KeyRow, "absent"> & Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    FACT_FIELDS.map((field) => {
      const value = row[field];
      return [field, row.absent[field] ? { absent: row.absent[field] } : Array.isArray(value) ? value.toSorted() : isoed(value)];
    }),
  );
}

/** The keys that a whole reading of the account should give, by key id. */
export function truthOf(account: WorldAccount): Map<string, Record<string, unknown>> {
  const readable = account.keys.filter((key) => account.regions.includes(key.region) && !account.trouble[key.region]);
  return new Map(readable.map((key) => [key.keyId, saidBy({ ...key.facts, absent: key.absent })]));
}
