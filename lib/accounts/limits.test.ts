import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { CloudError } from "../model/problem.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { closeDatabase, database } from "../store/database.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { allowEmulators, connectWorldAccount } from "../sync/testing/sync-world.ts";
import { editAccount } from "./edit-account.ts";
import { getAccount } from "./list-accounts.ts";
import { openConnection } from "./open-connection.ts";
import { openLedger } from "./shared-ledger.ts";
import { refusal, worldAccount } from "./testing/people.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
});
afterAll(() => emulators.close());
const payments = () => worldAccount(emulators, "Payments prod");
const connect = (region: string, more: Record<string, unknown> = {}) =>
  connectWorldAccount(emulators, payments(), { name: region, regions: [region], ...more });

describe("an account's own limits", { timeout: 60_000 }, () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test("are told, changed without the secret, and never above the cloud's", async () => {
    const { id, limits } = await connect("cn-hangzhou", { limits: { perSecond: 4 } });
    expect(limits).toEqual({ perSecond: 4, inFlight: null });
    await editAccount(SYSTEM_SCOPE, id, { limits: { perSecond: 3, inFlight: 1 } });
    expect(await getAccount(SYSTEM_SCOPE, id)).toMatchObject({ limits: { perSecond: 3, inFlight: 1 } });
    await editAccount(SYSTEM_SCOPE, id, { name: "Renamed" });
    expect(await getAccount(SYSTEM_SCOPE, id)).toMatchObject({ limits: { perSecond: 3, inFlight: 1 } });
    for (const limits of [{ perSecond: 0 }, { inFlight: 1.5 }, { perSecond: 4, perMinute: 1 }])
      expect(await refusal(editAccount(SYSTEM_SCOPE, id, { limits }))).toMatchObject({ code: "invalid_body", field: expect.stringMatching(/^limits/) });
  });

  test("hold for its calls, and the strictest for all accounts over one cloud account", async () => {
    const one = await connect("cn-hangzhou");
    await connect("cn-shanghai", { limits: { perSecond: 4, inFlight: 1 } });
    const { connection } = await openConnection(SYSTEM_SCOPE, one.id);
    const { calls, faults } = emulators.clouds.alibaba;
    faults.add({ operation: "ListKeys", fault: { kind: "delay", ms: 40 } });
    calls.clear();
    const begun = performance.now();
    await Promise.all(Array.from({ length: 9 }, () => connection.listKeys({ region: "cn-hangzhou", project: null }, { pageSize: 1 })));
    expect(performance.now() - begun).toBeGreaterThan(2_000);
    expect(Math.max(...calls.of("ListKeys").map(({ inFlight }) => inFlight))).toBe(1);
    faults.clear();
  });

  test("a credential that is put in discovers within the account's budget", async () => {
    const { id } = await connect("cn-hangzhou", { limits: { perSecond: 3 } });
    const { connection } = await openConnection(SYSTEM_SCOPE, id);
    const { calls } = emulators.clouds.alibaba;
    calls.clear();
    const spent = Array.from({ length: 3 }, () => connection.listKeys({ region: "cn-hangzhou", project: null }, { pageSize: 1 }));
    await Promise.all([...spent, editAccount(SYSTEM_SCOPE, id, { credential: payments().credential })]);
    const starts = [...calls.of("ListKeys"), ...calls.of("DescribeRegions")].map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
    expect(starts).toHaveLength(4);
    expect((starts[3] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(900);
  });

  test("two accounts of one cloud account draw on the same budget", async () => {
    const ids = [(await connect("cn-hangzhou")).id, (await connect("cn-shanghai")).id];
    const opened = await Promise.all(ids.map((id) => openConnection(SYSTEM_SCOPE, id)));
    const begun = performance.now();
    await Promise.all(opened.flatMap(({ connection }) => Array.from({ length: 11 }, () => connection.listKeys({ region: "eu-central-1", project: null }))));
    expect(performance.now() - begun).toBeGreaterThan(2_000);
  });

  test("without the database no call goes out, and the failure is no cloud's", async () => {
    const { id } = await connect("cn-hangzhou");
    const { connection } = await openConnection(SYSTEM_SCOPE, id);
    emulators.clouds.alibaba.calls.clear();
    await closeDatabase();
    const failure = await connection.listKeys({ region: "cn-hangzhou", project: null }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(CloudError);
    expect(emulators.clouds.alibaba.calls.all()).toEqual([]);
  });

  test("two ledgers that write one entry at once lose nothing", async () => {
    const ledgers = [openLedger(database()), openLedger(database())];
    const count = () =>
      Promise.all(
        ledgers.flatMap((ledger) =>
          Array.from({ length: 10 }, () =>
            ledger.change(["counted"], ([entry = {}]) => ({ entries: [{ restsUntil: (entry.restsUntil ?? 0) + 1 }], value: null })),
          ),
        ),
      );
    await count();
    const read = await ledgers[0]?.change(["counted"], ([entry = {}]) => ({ entries: [entry], value: entry.restsUntil }), { fresh: true });
    expect(read?.value).toBe(20);
  });
});
