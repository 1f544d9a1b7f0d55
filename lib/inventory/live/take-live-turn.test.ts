import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Refusal } from "../../model/refusal.ts";
import { SYSTEM_SCOPE } from "../../model/system-scope.ts";
import { takeLiveTurn } from "./take-live-turn.ts";

const as = (id: string) => ({ ...SYSTEM_SCOPE, actor: { kind: "user" as const, id, name: id } });

/** Queries of these actors, all at once, that take so long: how many ran at a time, and how each ended. */
async function ask(actors: readonly string[], ms: number) {
  let running = 0;
  let most = 0;
  const query = async () => {
    most = Math.max(most, ++running);
    await sleep(ms);
    running--;
    return "answered";
  };
  const ends = await Promise.all(actors.map((id) => takeLiveTurn(as(id), undefined, query).catch((error: unknown) => (error as Refusal).code)));
  return { most, ends };
}

it("lets nobody have more than two live queries under way, and frees their turns", async () => {
  const { most, ends } = await ask(["ada", "ada", "ada", "bob"], 3_400);
  expect([most, ends]).toEqual([3, ["answered", "answered", "rate_limited", "answered"]]);
  expect((await ask(["ada", "ada"], 1)).ends).toEqual(["answered", "answered"]);
});

it("lets all people together have six", async () => {
  const { most, ends } = await ask(["a", "a", "b", "b", "c", "c", "d"], 3_400);
  expect(most).toBe(6);
  expect(ends.at(-1)).toBe("rate_limited");
});

it("waits a moment for a turn", async () => {
  expect(await ask(["ada", "ada", "ada", "ada"], 200)).toEqual({ most: 2, ends: ["answered", "answered", "answered", "answered"] });
});

it("frees the turn of one that fails, and forgets who has gone", async () => {
  const gone = new Error("gone");
  for (let n = 0; n < 4; n++) await expect(takeLiveTurn(as("eve"), undefined, () => Promise.reject(gone))).rejects.toBe(gone);
  await expect(takeLiveTurn(as("eve"), AbortSignal.abort(gone), async () => "asked")).rejects.toBe(gone);
});
