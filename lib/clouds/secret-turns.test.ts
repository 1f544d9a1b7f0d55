import { expect, it } from "vitest";
import { CloudError } from "../model/problem.ts";
import { memoryLedger } from "./ledger.ts";
import { openLine } from "./permit-line.ts";
import { openSecretTurns } from "./secret-turns.ts";

const TURNS = 3;

function open(muteMs: number) {
  const rate = { most: 900, windowMs: 1_000 };
  const line = openLine({ ledger: memoryLedger(), budgets: [{ name: "secret|one", rate }], laneRate: () => rate, slots: TURNS, lateMs: 20, apartMs: 0 });
  return openSecretTurns({ line, turns: TURNS, muteMs });
}

/** Calls that never end until they are told to, and how many of them are under way. */
function hanging() {
  const ends: (() => void)[] = [];
  return { ends, call: () => new Promise<void>((resolve) => ends.push(resolve)) };
}

it("lets regions that hang hold up nobody else, and asks each of them one thing at a time", async () => {
  const turns = open(30);
  const hung = ["a", "b", "c", "d"].map((place) => {
    const { ends, call } = hanging();
    return { ends, calls: Array.from({ length: 5 }, () => turns.permit(place, call, undefined)) };
  });
  const answers = await Promise.all(Array.from({ length: 20 }, async (_, n) => turns.permit("good", async () => n, undefined)));
  expect(answers.length).toBe(20);
  // What went out before anybody knew: no more than were turns at a time.
  for (const { ends } of hung) expect(ends.length).toBeLessThanOrEqual(TURNS);
  for (const { ends, calls } of hung) {
    while (ends.length < calls.length) {
      for (const end of ends) end();
      await new Promise(setImmediate);
    }
    for (const end of ends) end();
    await Promise.all(calls);
  }
});

it("shares the turns among the regions that answer, and gives all of them to one alone", async () => {
  const turns = open(60_000);
  const one = hanging();
  const calls = Array.from({ length: 5 }, () => turns.permit("one", one.call, undefined));
  await expect.poll(() => one.ends.length).toBe(TURNS);
  const two = hanging();
  const others = Array.from({ length: 5 }, () => turns.permit("two", two.call, undefined));
  for (const end of one.ends.slice(0, 2)) end();
  await expect.poll(() => two.ends.length).toBe(2);
  expect(one.ends.length).toBe(TURNS);
  const endAll = setInterval(() => {
    for (const end of [...one.ends, ...two.ends]) end();
  }, 1);
  await Promise.all([...calls, ...others]);
  clearInterval(endAll);
});

it("lets go who gives up, and hands a failure on", async () => {
  const turns = open(60_000);
  const hung = hanging();
  const calls = Array.from({ length: TURNS }, () => turns.permit("a", hung.call, undefined));
  await expect.poll(() => hung.ends.length).toBe(TURNS);
  const giveUp = new AbortController();
  const waits = turns.permit("a", async () => "never", giveUp.signal);
  giveUp.abort(new Error("enough"));
  await expect(waits).rejects.toThrow("enough");
  for (const end of hung.ends) end();
  await Promise.all(calls);
  const failure = new CloudError({ kind: "unavailable", operation: "o", code: "c", message: "m", status: 503 });
  await expect(turns.permit("a", () => Promise.reject(failure), undefined)).rejects.toBe(failure);
});
