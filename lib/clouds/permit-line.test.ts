import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { type Entry, type Ledger, memoryLedger } from "./ledger.ts";
import { openLine, type PermitLine } from "./permit-line.ts";

const line = (ledger: Ledger, more: { most?: number; windowMs?: number; slots?: number; lateMs?: number } = {}): PermitLine =>
  openLine({
    ledger,
    budgets: [{ name: "place|here", rate: { most: more.most ?? 900, windowMs: more.windowMs ?? 1_000 } }],
    laneRate: ({ perSecond }) => ({ most: 1, windowMs: 1_000 / perSecond }),
    slots: more.slots ?? 5,
    lateMs: more.lateMs ?? 20,
    apartMs: 0,
  });
const plain = { signal: undefined, lane: undefined };

/** What the ledger keeps of the place, without changing it. */
const look = async (ledger: Ledger) => (await ledger.change(["place|here"], ([entry = {}]) => ({ entries: [entry], value: entry }))).value;

test("a slow lane holds up nobody else, and keeps its own rate", async () => {
  const ledger = memoryLedger();
  const one = line(ledger);
  const lane = { name: "status", perSecond: 10 };
  const at: number[] = [];
  const begun = performance.now();
  const slow = Promise.all(Array.from({ length: 9 }, () => one.permit(async () => at.push(performance.now()), { signal: undefined, lane })));
  await Promise.all(Array.from({ length: 20 }, () => one.permit(() => sleep(1), plain)));
  // All of them before the last of the lane, which takes 800 ms.
  expect(at.length).toBeLessThan(9);
  await slow;
  // From the beginning, and not from each other: after a pause of the process a late one and the next may go together.
  for (const [n, time] of at.entries()) expect(time - begun).toBeGreaterThan(n * 100 - 25);
});

test("one statement permits a batch, and an idle line holds nothing", async () => {
  const inner = memoryLedger();
  let changes = 0;
  const ledger: Ledger = {
    change(...of) {
      changes++;
      return inner.change(...of);
    },
  };
  // A start that a busy machine slept through would be one more.
  const one = line(ledger, { lateMs: 1_000 });
  await Promise.all(Array.from({ length: 5 }, () => one.permit(() => sleep(1), plain)));
  expect(changes).toBe(2);
  expect(Object.keys((await look(inner)).holders ?? {})).toHaveLength(1);
  await sleep(300);
  expect((await look(inner)).holders).toEqual({});
});

test("a start that this process slept through goes back to the others", async () => {
  const ledger = memoryLedger();
  const one = line(ledger, { most: 1, windowMs: 300 });
  const [first, second] = [0, 1].map(() => one.permit(async () => performance.now(), plain));
  const sleepsUntil = ((await first) ?? 0) + 400;
  while (performance.now() < sleepsUntil);
  await second;
  // The one that was slept through is not among them, and its second did not have to pass.
  expect((await look(ledger)).starts).toHaveLength(1);
});

test("a call that waits for something else counts from when it leaves", async () => {
  const ledger = memoryLedger();
  const one = line(ledger, { most: 5 });
  const left = await one.permitToDepart(async (departs) => {
    await sleep(60);
    departs();
    return performance.now();
  }, plain);
  await one.permit(async () => null, plain);
  const [first = 0] = (await look(ledger)).starts ?? [];
  expect(Math.abs(first - left)).toBeLessThan(20);
});

test("no answer of the ledger is no permit, and the next question is asked anew", async () => {
  const inner = memoryLedger();
  let isAway = true;
  const ledger: Ledger = { change: (...of) => (isAway ? Promise.reject(new Error("away")) : inner.change(...of)) };
  const one = line(ledger);
  await expect(Promise.all([one.permit(() => sleep(1), plain), one.permit(() => sleep(1), plain)])).rejects.toThrow("away");
  isAway = false;
  expect(await one.permit(async () => "back", plain)).toBe("back");
});

test("a line that waits hands its turn on when somebody gives up", async () => {
  const one = line(memoryLedger(), { slots: 1 });
  const giveUp = new AbortController();
  const first = one.permit(() => sleep(30), plain);
  const second = one.permit(() => sleep(1), { signal: giveUp.signal, lane: undefined });
  const third = one.permit(async () => "third", plain);
  giveUp.abort(new Error("enough"));
  await expect(second).rejects.toThrow("enough");
  await first;
  expect(await third).toBe("third");
});

test("what one line learns of a throttle holds for all", async () => {
  const ledger = memoryLedger();
  await line(ledger).restFor(60);
  const begun = performance.now();
  await line(ledger).permit(async () => null, plain);
  expect(performance.now() - begun).toBeGreaterThan(50);
});

test("slow calls keep what they hold, as long as they run", { timeout: 15_000 }, async () => {
  const ledger = memoryLedger();
  const held = async () => Object.values(((await look(ledger)) as Entry).holders ?? {}).map(({ until }) => until - performance.now());
  const slow = line(ledger).permit(() => sleep(6_500), plain);
  await sleep(6_200);
  expect(Math.min(...(await held()))).toBeGreaterThan(3_000);
  await slow;
});
