import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { readAccounts } from "../store/accounts.ts";
import { database } from "../store/database.ts";
import { readRevision } from "../store/revision.ts";
import { readSources } from "../store/sources.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { requestSync } from "./request-sync.ts";
import { syncProgress } from "./sync-progress.ts";
import { allowEmulators, connectWorldAccount, drain, saidBy, storedRows, truthOf } from "./testing/sync-world.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ pageSize: 7 });
});
afterAll(() => emulators.close());
afterEach(() => {
  for (const cloud of Object.values(emulators.clouds)) cloud.faults.clear();
});

const rowVersions = async () =>
  (await database().execute(sql`select ref, xmin::text as version from keys union all select ref, xmin::text from key_details order by 1, 2`)).rows;

describe("reading the whole world", () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test("what is stored is the world, and a second reading of the same world writes no key", async () => {
    const { accounts } = emulators.world;
    for (const account of accounts) await connectWorldAccount(emulators, account);
    expect((await syncProgress(SYSTEM_SCOPE)).queued).toBeGreaterThan(20);
    await drain();

    const stored = await storedRows();
    const truth = new Map(accounts.flatMap((account) => [...truthOf(account)]));
    expect([...stored.keys()].sort()).toEqual([...truth.keys()].sort());
    for (const [keyId, said] of truth) {
      const row = stored.get(keyId);
      expect(row && saidBy({ ...row })).toEqual(said);
      expect(row?.presence).toBe("present");
    }
    const sources = await readSources(SYSTEM_SCOPE);
    const troubled = accounts.flatMap((account) =>
      Object.entries(account.trouble).map(([region, trouble]) => [account.name, region, trouble === "denied" ? "failed" : trouble]),
    );
    expect(
      sources
        .filter(({ outcome }) => outcome !== "read")
        .map(({ account, region, outcome }) => [account.name, region, outcome])
        .sort(),
    ).toEqual(troubled.sort());
    for (const source of sources) {
      expect(source.state).toBe("idle");
      if (source.outcome === "read") expect(source).toMatchObject({ held: source.claimed, countMismatch: false, problem: null });
      else expect(source.problem).toMatchObject({ account: source.account.id, region: source.region, code: expect.any(String), requestId: expect.any(String) });
    }
    const problems = sources.flatMap(({ outcome, problems: all }) => (outcome === "read" ? all : []));
    expect(problems.length).toBeGreaterThan(0);

    const before = await rowVersions();
    const revision = await readRevision();
    await requestSync(SYSTEM_SCOPE, {});
    await drain();
    expect(await rowVersions()).toEqual(before);
    expect(
      await database()
        .execute(sql`select * from changes`)
        .then(({ rows }) => rows),
    ).toEqual([]);
    expect(await readRevision()).toBeGreaterThan(revision);

    for (const row of await readAccounts(SYSTEM_SCOPE)) {
      const account = accounts.find(({ name }) => name === row.name);
      expect(row).toMatchObject({ problem: null, cloudAccount: account?.cloudAccount, discoveryProblem: null });
      const listed = new Set(sources.filter((source) => source.account.id === row.id).map(({ region }) => region));
      expect([...new Set(row.discovered?.map(({ region }) => region))].filter((region) => !listed.has(region)).sort()).toEqual(
        [...(account?.unlistedRegions ?? [])].sort(),
      );
    }
  }, 120_000);
});
