import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { type EmulatorOptions, type Emulators, type Fault, startEmulators, type WorldAccount, type WorldKey } from "#emulators/index.ts";
import { accountNamed, projectNamed } from "#emulators/testing/account-named.ts";
import type { Pace } from "#lib/clouds/pace.ts";
import { forgetEnv } from "#lib/env.ts";
import type { KeysAnswer } from "#lib/model/answers.ts";
import type { Account } from "#lib/model/account.ts";
import type { KeyDetail, KeyRow } from "#lib/model/key.ts";
import type { SourceRow } from "#lib/model/source.ts";
import { database } from "#lib/store/database.ts";
import { sources } from "#lib/store/schema.ts";
import { claimSource } from "#lib/store/source-lease.ts";
import { useTestDatabase } from "#lib/store/test-database.ts";
import { requestSync } from "#lib/sync/request-sync.ts";
import { runClaim } from "#lib/sync/run-claim.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { allowEmulators, connectWorldAccount, drain, saidBy } from "#lib/sync/testing/sync-world.ts";
import { type Api, openApi } from "./ask-api.ts";

type Details = Record<string, unknown>;

/**
 * An account of the emulated cloud with one project to read, and what a user of the API sees of it. `account/project` names it in the world. After each test
 * every answer that was given, and every row that was stored, is searched for secrets.
 */
export function useHuawei(at = "EU platform/eu-west-101") {
  const [name = "", projectName = ""] = at.split("/");
  let emulators: Emulators;
  let world: WorldAccount;
  let api: Api;
  let account: Account;
  useTestDatabase();
  beforeEach(async () => {
    emulators = await startEmulators({ dialects: true });
    allowEmulators(emulators);
    world = accountNamed(emulators.world, name);
    api = await openApi();
  });
  afterEach(async () => {
    await emulators.close();
    const stored = await everythingStored();
    for (const text of [...api.said, stored]) for (const secret of secretsOf(emulators)) expect(text).not.toContain(secret);
    for (const text of api.said) expect(text).not.toMatch(/MII[\w+/]{60}|canonicalRequest|SDK-HMAC|Signature=|x-auth-token|x-security-token/i);
  });

  const project = () => projectNamed(world, projectName);
  const house = {
    get emulators() {
      return emulators;
    },
    get world() {
      return world;
    },
    get project() {
      return project();
    },
    /** Shift it while it runs: requests dated by our clock are refused beyond 15 minutes. */
    get clock() {
      return emulators.clouds.huawei.clock;
    },
    get calls() {
      return emulators.clouds.huawei.calls;
    },
    get endpoints() {
      return emulators.clouds.huawei.endpoints;
    },
    get place() {
      return { region: project().region, project: project().id };
    },
    /** The world's keys of the project. */
    keys: (): WorldKey[] => world.keys.filter((key) => key.project === project().id),
    ask: <T>(call: string, body?: unknown) => api.ask<T>(call, body),
    /** Serves the same world anew, on other terms. */
    async serve(options: Omit<EmulatorOptions, "world">) {
      await emulators.close();
      emulators = await startEmulators({ ...options, world: emulators.world });
      allowEmulators(emulators);
    },
    /** Allows a server beside the emulated clouds. */
    allow(origin: string) {
      process.env.KEYATLAS_ALLOWED_ENDPOINTS += `,${origin}`;
      forgetEnv();
    },
    /** Bends every record of list-keys and describe-key. */
    bend(change: (details: Details) => Details) {
      const listed = (body: Details): Details => ({ ...body, key_details: (body.key_details as Details[]).map(change) });
      emulators.clouds.huawei.faults.add({ operation: "list-keys", fault: { kind: "rewrite", rewrite: listed } });
      const described = (body: Details): Details => ({ ...body, key_info: change(body.key_info as Details) });
      emulators.clouds.huawei.faults.add({ operation: "describe-key", fault: { kind: "rewrite", rewrite: described } });
    },
    /** Bends the answers of one operation. */
    strike(operation: string, fault: Fault, more: { nth?: number; times?: number; page?: string; keyId?: string } = {}) {
      emulators.clouds.huawei.faults.add({ operation, fault, ...more });
    },
    /** Leaves a key out of the listing, with a total that fits; describe-key still knows it. */
    hide(key: Pick<WorldKey, "keyId"> | undefined) {
      const without = (body: Details): Details => ({
        ...body,
        keys: (body.keys as string[]).filter((id) => id !== key?.keyId),
        key_details: (body.key_details as Details[]).filter((details) => details.key_id !== key?.keyId),
        total: Number(body.total) - 1,
      });
      emulators.clouds.huawei.faults.add({ operation: "list-keys", fault: { kind: "rewrite", rewrite: without } });
    },
    /** Connects the account and reads it; how that ended. */
    async read(change: Record<string, unknown> = {}): Promise<string[]> {
      await house.connect(change);
      return (await drain()).map(({ end }) => end);
    },
    async connect(change: Record<string, unknown> = {}): Promise<Account> {
      account = await connectWorldAccount(emulators, world, { regions: [project().region], projects: { [project().region]: project().id }, ...change });
      return account;
    },
    get account() {
      return account;
    },
    async readAgain(): Promise<string[]> {
      await requestSync(SYSTEM_SCOPE, { full: true });
      return (await drain()).map(({ end }) => end);
    },
    drain: async (): Promise<string[]> => (await drain()).map(({ end }) => end),
    /** Four readers at once, at this pace, until nothing is due; how each source ended. */
    async readers(pace: Partial<Pace>): Promise<string[]> {
      const ends: string[] = [];
      const reader = async () => {
        for (let claim = await claimSource("test", 8); claim; claim = await claimSource("test", 8))
          ends.push((await runClaim(claim, new AbortController().signal, pace)).end);
      };
      await Promise.all(Array.from({ length: 4 }, reader));
      return ends;
    },
    /** Lets every source's period pass. */
    fallDue: async () =>
      void (await database()
        .update(sources)
        .set({ nextDueAt: new Date(0).toISOString() })),
    list: async (query = "size=200"): Promise<KeysAnswer> => (await api.ask<KeysAnswer>(`GET /keys?${query}`)).body,
    async row(key: Pick<WorldKey, "keyId"> | undefined): Promise<KeyRow> {
      const { rows } = await house.list(`id=${key?.keyId}&presence=present,missing,gone`);
      if (!rows[0]) throw new Error(`no row of ${key?.keyId}`);
      return rows[0];
    },
    detail: async (key: Pick<WorldKey, "keyId"> | undefined, more = ""): Promise<KeyDetail> =>
      (await api.ask<KeyDetail>(`GET /keys/${(await house.row(key)).ref}${more}`)).body,
    /** What the rows say of each key, and what is true of it: by key id, values or absent reasons. */
    async said() {
      return new Map((await house.list()).rows.map((row) => [row.keyId, saidBy({ ...row })]));
    },
    truth: () => new Map(house.keys().map((key) => [key.keyId, saidBy({ ...key.facts, absent: key.absent })])),
    /** One key opened live. */
    opened: (key: Pick<WorldKey, "keyId"> | undefined) => house.detail(key, "?live=true"),
    /** One describe through the plain proxy. */
    proxied: <T = KeyDetail>(keyId: string) => api.ask<T>(`GET /accounts/${account.id}/regions/${project().region}/keys/${encodeURIComponent(keyId)}`),
    sources: async (): Promise<SourceRow[]> => (await api.ask<{ rows: SourceRow[] }>("GET /sources")).body.rows,
    async source(): Promise<SourceRow> {
      const [source] = await house.sources();
      if (!source) throw new Error("no source");
      return source;
    },
  };
  return house;
}

/** What opens the emulated accounts. */
function secretsOf({ world }: Emulators): string[] {
  return world.accounts.flatMap((account) =>
    [account.credential, ...account.otherCredentials].flatMap(({ password, accessKeySecret, secretAccessKey, securityToken }) =>
      [password, accessKeySecret, secretAccessKey, securityToken].filter((secret) => secret !== undefined),
    ),
  );
}

/** Every row of every table as text; sealed credentials are in it. */
async function everythingStored(): Promise<string> {
  const { rows } = await database().execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'public'`);
  const texts = await Promise.all(rows.map(({ name }) => database().execute(sql`select t::text as text from ${sql.identifier(name)} t`)));
  return texts.flatMap(({ rows: records }) => records.map(({ text }) => String(text))).join("\n");
}
