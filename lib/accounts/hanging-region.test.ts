import pino from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { readSources } from "../store/sources.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { runWorker } from "../sync/run-worker.ts";
import { allowEmulators, connectWorldAccount } from "../sync/testing/sync-world.ts";
import { worldAccount } from "./testing/people.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ quotas: true });
});
afterAll(() => emulators.close());

describe("a region that hangs", { timeout: 90_000 }, () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test("delays no other region of the same account, with the real pace and limits", async () => {
    const world = worldAccount(emulators, "Payments prod");
    await connectWorldAccount(emulators, world, { regions: ["cn-shanghai", "cn-hangzhou"] });
    emulators.clouds.alibaba.faults.add({ region: "cn-shanghai", fault: { kind: "hang" } });
    const stop = new AbortController();
    const worker = runWorker({ log: pino({ level: "silent" }), stop: stop.signal, pollMs: 20 });
    const outcomes = async () => Object.fromEntries((await readSources(SYSTEM_SCOPE)).map(({ region, outcome, state }) => [region, `${outcome} ${state}`]));
    await vi.waitFor(async () => expect(await outcomes()).toMatchObject({ "cn-hangzhou": "read idle" }), { timeout: 60_000, interval: 100 });
    expect((await outcomes())["cn-shanghai"]).not.toContain("read idle");
    // On a slow machine a call may leave later than its permit and fall into the next second's ten; a budget that is not kept would be refused dozens of times.
    expect(emulators.clouds.alibaba.calls.all().filter(({ status }) => status === 429).length).toBeLessThan(3);
    stop.abort();
    await worker;
  });
});
