import { afterEach, beforeEach, expect } from "vitest";
import { type EmulatorOptions, type Emulators, type Fault, type FaultRule, startEmulators, type WorldAccount, type WorldKey } from "#emulators/index.ts";
import { accountNamed } from "#emulators/testing/account-named.ts";
import { type Api, openApi } from "#lib/clouds/huawei/traps/testing/ask-api.ts";
import type { KeysAnswer } from "#lib/model/answers.ts";
import type { Account } from "#lib/model/account.ts";
import type { KeyDetail, KeyRow } from "#lib/model/key.ts";
import type { SourceRow } from "#lib/model/source.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { useTestDatabase } from "#lib/store/test-database.ts";
import { requestSync } from "#lib/sync/request-sync.ts";
import { allowEmulators, connectWorldAccount, drain } from "#lib/sync/testing/sync-world.ts";
import { everythingStored } from "./everything-stored.ts";
import { secretsOf } from "./secrets-of.ts";

type Body = Record<string, unknown>;
type Where = Omit<FaultRule, "operation" | "fault">;

/** What no answer, no stored row and no error may hold, whoever's credential it is: signatures, tokens, the requests that were signed. */
const TRACES = /ACS3-HMAC|Signature[=":]|x-acs-|SecurityToken=|string to sign|[?&]AccessKeyId=/i;

/**
 * An account of the emulated cloud with one region to read, and what a user of the API sees of it. `account/region` names it in the world. After each test
 * every answer that was given, and every row that was stored, is searched for secrets.
 */
export function useAlibaba(at = "Payments prod/cn-hangzhou", options: EmulatorOptions = {}) {
  const [name = "", region = ""] = at.split("/");
  let emulators: Emulators;
  let world: WorldAccount;
  let account: Account;
  let api: Api;
  useTestDatabase();
  beforeEach(() => serve(options));
  afterEach(async () => {
    await emulators.close();
    const said = [...api.said, await everythingStored()];
    for (const text of said) {
      expect(text).not.toMatch(TRACES);
      for (const secret of secretsOf(emulators.world)) expect(text).not.toContain(secret);
    }
  });

  async function serve(anew: EmulatorOptions): Promise<void> {
    emulators = await startEmulators({ pageSize: 10, ...anew });
    allowEmulators(emulators);
    world = accountNamed(emulators.world, name);
    api = await openApi();
  }

  const cloud = {
    region,
    get emulators() {
      return emulators;
    },
    get world() {
      return world;
    },
    get account() {
      return account;
    },
    get calls() {
      return emulators.clouds.alibaba.calls;
    },
    /** Serves anew, with another clock or page size. */
    async restart(anew: EmulatorOptions) {
      await emulators.close();
      await serve(anew);
    },
    keys: (): WorldKey[] => world.keys.filter((key) => key.region === region),
    /** A customer's key that nothing is odd about, by its place among them. */
    plain(nth: number): WorldKey {
      const plain = cloud
        .keys()
        .filter(({ facts, absent, denied, wire }) => facts.rotation && !absent.rotation && denied.length + Object.keys(wire).length === 0);
      const key = plain[nth];
      if (!key) throw new Error(`there are only ${plain.length} plain keys`);
      return key;
    },
    strike: (operation: string, fault: Fault, where: Where = {}) => emulators.clouds.alibaba.faults.add({ operation, fault, ...where }),
    calm: () => emulators.clouds.alibaba.faults.clear(),
    /** Bends the answers of an operation. */
    bend: (operation: string, change: (body: Body) => unknown, where: Where = {}) => cloud.strike(operation, { kind: "rewrite", rewrite: change }, where),
    /** Connects the account and reads it; how that ended. */
    async read(change: Record<string, unknown> = {}): Promise<string[]> {
      account = await connectWorldAccount(emulators, world, { regions: [region], ...change });
      return (await drain()).map(({ end }) => end);
    },
    async readAgain(): Promise<string[]> {
      await requestSync(SYSTEM_SCOPE, { full: true });
      return (await drain()).map(({ end }) => end);
    },
    /** One plain key for each change of what DescribeKey prints, read, as rows of `GET /keys`; `undefined` leaves a member out. */
    async described(...changes: Body[]): Promise<KeyRow[]> {
      const keys = changes.map((_, nth) => cloud.plain(nth));
      for (const [nth, { keyId }] of keys.entries())
        cloud.bend("DescribeKey", (body) => ({ KeyMetadata: { ...(body.KeyMetadata as Body), ...changes[nth] } }), { keyId });
      expect(account && (await cloud.sources()).length > 0 ? await cloud.readAgain() : await cloud.read()).toEqual(["read"]);
      return Promise.all(keys.map((key) => cloud.row(key)));
    },
    ask: <T>(call: string, body?: unknown) => api.ask<T>(call, body),
    list: async (query = "size=200"): Promise<KeysAnswer> => (await api.ask<KeysAnswer>(`GET /keys?${query}`)).body,
    ids: async (query: string): Promise<string[]> => (await cloud.list(`size=200&${query}`)).rows.map(({ keyId }) => keyId).sort(),
    async row(key: Pick<WorldKey, "keyId">): Promise<KeyRow> {
      const { rows } = await cloud.list(`id=${key.keyId}&presence=present,missing,gone`);
      if (!rows[0]) throw new Error(`no row of ${key.keyId}`);
      return rows[0];
    },
    detail: async (key: Pick<WorldKey, "keyId">, more = ""): Promise<KeyDetail> =>
      (await api.ask<KeyDetail>(`GET /keys/${(await cloud.row(key)).ref}${more}`)).body,
    sources: async (): Promise<SourceRow[]> => (await api.ask<{ rows: SourceRow[] }>("GET /sources")).body.rows,
    async source(): Promise<SourceRow> {
      const [source] = await cloud.sources();
      if (!source) throw new Error("no source");
      return source;
    },
  };
  return cloud;
}
