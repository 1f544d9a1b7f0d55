import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { readSources } from "../store/sources.ts";
import { DATABASE_KINDS, useTestDatabase } from "../store/test-database.ts";
import { allowEmulators, connectWorldAccount } from "../sync/testing/sync-world.ts";
import { wakeAccounts } from "../store/accounts.ts";
import { database } from "../store/database.ts";
import { failureOf } from "../clouds/testing/failure-of.ts";
import { openConnection } from "./open-connection.ts";
import type { Hammered } from "./testing/hammer.ts";
import { worldAccount } from "./testing/people.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ quotas: true });
});
afterAll(() => emulators.close());

/** Processes of their own over the same database, all at once. */
async function hammer(accountId: string, { processes, calls, places }: { processes: number; calls: number; places: string[] }): Promise<Hammered[]> {
  const run = async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ["lib/accounts/testing/hammer.ts", accountId, String(calls), ...places], {
      env: process.env,
    });
    return JSON.parse(stdout) as Hammered;
  };
  return Promise.all(Array.from({ length: processes }, run));
}

/**
 * A busy machine may hold one call of each process up between its permit and its leaving, into the next ones' second. Without a common budget three processes
 * have three times as many.
 */
const HELD_UP = 3;

/** The most that left in any second. */
function mostInASecond(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 1000).length));
}

describe.each(DATABASE_KINDS)("three processes over one %s database", { timeout: 120_000 }, (kind) => {
  useTestDatabase(kind);
  beforeAll(() => allowEmulators(emulators));

  test("keep a region's budget together", async () => {
    const world = worldAccount(emulators, "Payments prod");
    const { id } = await connectWorldAccount(emulators, world, { regions: ["cn-hangzhou"] });
    const { calls, faults } = emulators.clouds.alibaba;
    faults.clear();
    faults.add({ operation: "ListKeys", fault: { kind: "delay", ms: 60 } });
    calls.clear();
    const said = await hammer(id, { processes: 3, calls: 15, places: ["cn-hangzhou"] });
    const departures = said.flatMap((one) => one.departures.map(({ at }) => at));
    expect(said.flatMap(({ failures }) => failures)).toEqual([]);
    expect(calls.of("ListKeys").length).toBe(45);
    expect(said.map(({ throttled }) => throttled)).toEqual([0, 0, 0]);
    expect(mostInASecond(departures)).toBeLessThanOrEqual(10 + HELD_UP);
    expect(Math.max(...calls.of("ListKeys").map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(5);
    const tookMs = Math.max(...departures) - Math.min(...departures);
    expect(tookMs).toBeGreaterThan(3_000);
    // Some five seconds where nothing holds them up.
    expect(tookMs).toBeLessThan(30_000);
  });

  test("keep a credential's budget over all regions together", async () => {
    const world = worldAccount(emulators, "EU platform");
    const { id } = await connectWorldAccount(emulators, world);
    const { calls, faults } = emulators.clouds.huawei;
    faults.clear();
    calls.clear();
    const places = (await readSources(SYSTEM_SCOPE)).map(({ region, project }) => `${region}:${project}`);
    const said = await hammer(id, { processes: 3, calls: 4, places: places.slice(0, 4) });
    const departures = said.flatMap((one) => one.departures).filter(({ region }) => region !== null);
    expect(said.flatMap(({ failures }) => failures)).toEqual([]);
    expect(said.map(({ throttled }) => throttled)).toEqual([0, 0, 0]);
    expect(mostInASecond(departures.map(({ at }) => at))).toBeLessThanOrEqual(15 + HELD_UP);
  });

  test.each([
    ["alibaba", "Payments prod", { accessKeySecret: "wrong" }],
    ["huawei", "EU platform", { password: "wrong" }],
  ] as const)("stop together after two refusals at %s, until a person acts", async (cloud, name, wrong) => {
    const world = worldAccount(emulators, name);
    const credential = { ...world.credential, ...wrong };
    const { calls, faults } = emulators.clouds[cloud];
    faults.clear();
    const places = world.regions.slice(0, 2).map((region) => `${region}:${world.projects.find((project) => project.region === region)?.id ?? ""}`);
    const { id } = await connectWorldAccount(emulators, world, { credential });
    await wakeAccounts(database(), [id]);
    calls.clear();
    const said = await hammer(id, { processes: 3, calls: 6, places });
    expect(new Set(said.flatMap(({ failures }) => failures.map((one) => one.split(" ")[0])))).toEqual(new Set(["auth"]));
    // The first refusal was the connecting's own, and stays counted: each act of a person costs one call.
    expect(calls.all().length).toBe(1);
    const { connection } = await openConnection(SYSTEM_SCOPE, id);
    const source = { region: world.regions[0] ?? "", project: places[0]?.split(":")[1] || null };
    const ask = async () => {
      calls.clear();
      for (let n = 0; n < 3; n++) await failureOf(connection.listKeys(source));
      return calls.all().length;
    };
    expect(await ask()).toBe(0);
    await wakeAccounts(database(), [id]);
    expect(await ask()).toBe(1);
  });
});
