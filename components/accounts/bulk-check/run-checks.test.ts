import { expect, test } from "vitest";
import { runChecks } from "./run-checks.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("asks two at a time, in order, and one failure is nobody else's", async () => {
  let inFlight = 0;
  let most = 0;
  const begun: string[] = [];
  const ended: Record<string, string> = {};
  await runChecks<string>(["a", "b", "c", "d", "e"], {
    signal: new AbortController().signal,
    onBegin: (id) => void begun.push(id),
    onEnd: (id, outcome) => {
      ended[id] = "report" in outcome ? outcome.report : outcome.error.message;
    },
    check: async (id) => {
      most = Math.max(most, ++inFlight);
      await turn();
      inFlight--;
      if (id === "b") throw new Error("down");
      return `${id} works`;
    },
  });
  expect(begun).toEqual(["a", "b", "c", "d", "e"]);
  expect(most).toBe(2);
  expect(ended).toEqual({ a: "a works", b: "down", c: "c works", d: "d works", e: "e works" });
});

test("stopped, begins nothing new and still tells how the begun ones ended", async () => {
  const stopper = new AbortController();
  const ended: string[] = [];
  await runChecks(["a", "b", "c", "d"], {
    signal: stopper.signal,
    onBegin: (id) => id === "b" && stopper.abort(),
    onEnd: (id) => void ended.push(id),
    check: turn,
  });
  expect(ended.toSorted()).toEqual(["a", "b"]);
});
