import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../model/problem.ts";
import { SOURCE_OUTCOMES } from "../model/source.ts";
import { standingOf, sumCoverage } from "./sum-coverage.ts";

const now = new Date("2026-11-22T12:00:00Z");
const at = { now, periodMinutes: 60, unlisted: [], problems: [] };
const problem = { account: "a", region: "r", operation: "list", code: "Forbidden", message: "m", requestId: "q", at: now.toISOString() };
const fresh = {
  outcome: "read" as const,
  lastReadAt: "2026-11-22T11:30:00.000Z",
  problem: null,
  problems: [],
  held: 3,
  claimed: 3,
  countMismatch: false,
  onlySpecs: null,
};

describe("coverage", () => {
  it.each([
    ["read", fresh, "read"],
    ["read, two periods ago to the second", { ...fresh, lastReadAt: "2026-11-22T10:00:00.000Z" }, "read"],
    ["read longer ago than two periods", { ...fresh, lastReadAt: "2026-11-22T09:59:59.999Z" }, "stale"],
    ["failed over old keys", { ...fresh, outcome: "failed", problem }, "stale"],
    ["held by the brake", { ...fresh, outcome: "held", problem }, "stale"],
    ["failed without keys", { ...fresh, outcome: "failed", held: 0, problem }, "unread"],
    ["failed from the start", { ...fresh, outcome: "failed", lastReadAt: null, held: 0, claimed: null, problem }, "unread"],
    ["never tried", { ...fresh, outcome: "never", lastReadAt: null, held: 0, claimed: null }, "unread"],
    ["without KMS", { ...fresh, outcome: "not-enabled", lastReadAt: null, held: 0, claimed: null, problem }, "notEnabled"],
  ] as const)("a source %s is in one place", (_, source, expected) => {
    expect(standingOf(source, now, 60)).toBe(expected);
  });

  it("counts each source once, and is complete only without stale, unread and mismatch", () => {
    const source = fc.record({
      outcome: fc.constantFrom(...SOURCE_OUTCOMES),
      lastReadAt: fc.option(fc.constantFrom("2026-11-22T11:00:00.000Z", "2026-11-20T11:00:00.000Z")),
      problem: fc.option(fc.constant(problem)),
      problems: fc.constantFrom<Problem[]>([], [problem]),
      held: fc.nat(3),
      claimed: fc.option(fc.nat(3)),
      countMismatch: fc.boolean(),
      onlySpecs: fc.option(fc.constant<string[]>(["aes-256"])),
    });
    fc.assert(
      fc.property(fc.array(source, { maxLength: 6 }), (sources) => {
        const sum = sumCoverage(sources, at);
        expect(sum.read + sum.stale + sum.unread + sum.notEnabled).toBe(sum.sources);
        expect(sum.sources).toBe(sources.length);
        if (sum.stale || sum.unread) expect(sum.complete).toBe(false);
        if (sources.some(({ countMismatch, onlySpecs, outcome }) => (countMismatch || onlySpecs) && outcome !== "not-enabled"))
          expect(sum.complete).toBe(false);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });

  it("adds up what is held and claimed; one source that claims nothing makes the claim unknown", () => {
    const empty = { ...fresh, held: 0, claimed: 0, lastReadAt: "2026-11-22T11:00:00.000Z" };
    const none = { ...fresh, outcome: "not-enabled" as const, lastReadAt: null, held: 0, claimed: null, problem };
    expect(sumCoverage([fresh, fresh, empty, none], at)).toMatchObject({
      complete: true,
      held: 6,
      claimed: 6,
      oldest: fresh.lastReadAt,
      notEnabled: 1,
      problems: [problem],
    });
    expect(sumCoverage([fresh, { ...fresh, claimed: null }], at)).toMatchObject({ held: 6, claimed: null });
    expect(sumCoverage([{ ...fresh, claimed: 4, countMismatch: true }], at)).toMatchObject({ complete: false, read: 1, claimed: 4 });
    expect(sumCoverage([], at)).toMatchObject({ complete: true, sources: 0, claimed: 0, oldest: null });
  });
});

it("an account of which no source is known is one that was never read", () => {
  const coverage = sumCoverage([], { now: new Date(), periodMinutes: 60, unlisted: null, unknown: 1, problems: [] });
  expect(coverage).toMatchObject({ complete: false, sources: 1, read: 0, unread: 1, claimed: null });
});
