import { expect, it } from "vitest";
import { estimateReading } from "./estimate-reading.ts";

const pacing = { perSecond: 10, periodMinutes: 60, describeHours: 24, classes: 4 };
const full = { calls: 5204, throttled: 0, described: 5000, ms: 520_000, kind: "full" } as const;
const light = { calls: 470, throttled: 0, described: 210, ms: 47_000, kind: "light" } as const;

it.each([
  ["nothing before the first", null, "idle", null],
  ["a light one after a full one: a share of the keys, and the filtered listings", full, "idle", { calls: 417, seconds: 42, kind: "light" }],
  ["a full one that is asked for", full, "queued", { calls: 5204, seconds: 521, kind: "full" }],
  ["a light one that is asked for", light, "asked", { calls: 470, seconds: 47, kind: "light" }],
  ["a light one after a light one", light, "idle", { calls: 470, seconds: 47, kind: "light" }],
  ["a full one after a light one: every key", light, "queued", { calls: 5260, seconds: 526, kind: "full" }],
] as const)("estimates %s", (_, cost, wish, expected) => {
  const state = wish === "asked" ? "queued" : wish;
  expect(estimateReading({ cost, state, isFull: wish === "queued", held: 5000 }, pacing)).toEqual(expected);
});

it("estimates full readings where nothing may stand, and heeds the user's own limit", () => {
  expect(estimateReading({ cost: full, state: "idle", isFull: false, held: 5000 }, { ...pacing, describeHours: 0, perSecond: 2 })).toEqual({
    calls: 5204,
    seconds: 2602,
    kind: "full",
  });
});
