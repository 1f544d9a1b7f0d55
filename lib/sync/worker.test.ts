import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Emulators, removeKey, startEmulators } from "#emulators/index.ts";
import { QUICK } from "#lib/clouds/testing/open-emulated.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { database } from "../store/database.ts";
import { sources } from "../store/schema.ts";
import { readSources } from "../store/sources.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { requestSync } from "./request-sync.ts";
import { runWorker } from "./run-worker.ts";
import { syncProgress } from "./sync-progress.ts";
import { allowEmulators, connectWorldAccount, drain, storedRows } from "./testing/sync-world.ts";

let emulators: Emulators;
let stop: AbortController;
const children: ChildProcess[] = [];

/** The worker as a process of its own, over the same database, and what it wrote to standard error. */
function startWorker() {
  const child = spawn(process.execPath, ["scripts/worker.ts"], { stdio: ["ignore", "ignore", "pipe"], env: process.env });
  children.push(child);
  const worker = { child, log: "", ended: once(child, "exit") };
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    worker.log += text;
  });
  return worker;
}

describe("the worker", { timeout: 90_000 }, () => {
  useTestDatabase();
  beforeEach(async () => {
    stop = new AbortController();
    emulators = await startEmulators();
    allowEmulators(emulators);
  });
  afterEach(async () => {
    stop.abort();
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await emulators.close();
  });

  test("a source that hangs holds nobody up, and the end comes all the same", async () => {
    const [one, , two] = emulators.world.accounts;
    if (!one || !two) throw new Error("no accounts");
    await connectWorldAccount(emulators, one);
    await connectWorldAccount(emulators, two);
    emulators.clouds[one.cloud].faults.add({ operation: "ListKeys", account: one.name, fault: { kind: "hang" } });
    const worker = runWorker({ log: pino({ level: "silent" }), stop: stop.signal, slots: 6, perAccount: 4, pollMs: 20, pace: QUICK });
    const settled = async () => (await readSources(SYSTEM_SCOPE)).filter(({ account, outcome }) => account.name === two.name && outcome !== "never").length;
    await vi.waitFor(async () => expect(await settled()).toBe(two.regions.length), { timeout: 60_000, interval: 50 });
    expect((await syncProgress(SYSTEM_SCOPE)).sources.map(({ region }) => region).sort()).toEqual(one.regions.toSorted());
    stop.abort();
    await worker;
    expect(await syncProgress(SYSTEM_SCOPE)).toEqual({ running: 0, queued: one.regions.length, sources: [] });
  });

  test("killed in the middle it leaves the old inventory whole, and the next one reads on", async () => {
    const [account] = emulators.world.accounts;
    if (!account) throw new Error("no account");
    await connectWorldAccount(emulators, account, { regions: ["cn-hangzhou"] });
    await drain();
    const before = await storedRows();
    const [gone] = account.keys.filter(({ region }) => region === "cn-hangzhou");
    if (gone) removeKey(account, gone);
    emulators.clouds[account.cloud].faults.add({ operation: "DescribeKey", fault: { kind: "delay", ms: 50 } });
    await requestSync(SYSTEM_SCOPE, {});
    const worker = startWorker();
    await vi.waitFor(async () => expect((await syncProgress(SYSTEM_SCOPE)).sources[0]?.done).toBeGreaterThan(3), { timeout: 60_000, interval: 50 });
    expect((await syncProgress(SYSTEM_SCOPE)).sources[0]).toMatchObject({
      region: "cn-hangzhou",
      expected: before.size - 1,
      calls: expect.any(Number),
      throttled: 0,
    });
    worker.child.kill("SIGKILL");
    await worker.ended;
    expect(await storedRows()).toEqual(before);
    emulators.clouds[account.cloud].faults.clear();
    await database()
      .update(sources)
      .set({ leaseUntil: new Date(0).toISOString() });
    expect((await drain()).map(({ end }) => end)).toEqual(["read"]);
    expect((await storedRows()).get(gone?.keyId ?? "")?.presence).toBe("gone");
  });

  test("asked to end it gives back what it reads, ends with 0, and has logged no secret", async () => {
    const [account] = emulators.world.accounts;
    if (!account) throw new Error("no account");
    await connectWorldAccount(emulators, account);
    emulators.clouds[account.cloud].faults.add({ operation: "DescribeKey", fault: { kind: "delay", ms: 300 } });
    const worker = startWorker();
    await vi.waitFor(async () => expect((await syncProgress(SYSTEM_SCOPE)).running).toBeGreaterThan(1), { timeout: 60_000, interval: 50 });
    await sleep(300);
    worker.child.kill("SIGTERM");
    expect(await worker.ended).toEqual([0, null]);
    expect((await syncProgress(SYSTEM_SCOPE)).running).toBe(0);
    expect(worker.log).toContain('"ended"');
    for (const secret of [account.credential.accessKeySecret, account.cloudAccount, process.env.KEYATLAS_KEYS]) expect(worker.log).not.toContain(secret);
  });
});
