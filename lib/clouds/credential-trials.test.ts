import fc from "fast-check";
import { expect, test } from "vitest";
import { noteAnswer, takeTrial } from "./credential-trials.ts";
import type { Entry } from "./ledger.ts";

const REFUSED = { code: "x", requestId: null, status: 403, advice: null };

test("however late its answers come, a bad credential is refused fewer than five times", () => {
  const steps = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 900 }), answers: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (taken) => {
      let entry: Entry = {};
      let now = 0;
      let sent = 0;
      const open: string[] = [];
      for (const [n, { pause, answers }] of taken.entries()) {
        now += pause;
        const first = answers ? open.shift() : undefined;
        if (first !== undefined) entry = noteAnswer(entry, { id: first, told: REFUSED }).entries[0] ?? {};
        const { entries, value } = takeTrial(entry, { id: `t${n}`, probeMs: 1_000 }, now);
        entry = entries[0] ?? {};
        if (value.may !== "go") continue;
        sent++;
        open.push(`t${n}`);
        if (now > 25_000) return;
      }
      expect(sent).toBeLessThanOrEqual(4);
    }),
    { seed: 3, numRuns: 500 },
  );
});

test("answers that come at once let two out, and a success starts anew", () => {
  const first = takeTrial({}, { id: "a", probeMs: 1_000 }, 0);
  expect(takeTrial(first.entries[0] ?? {}, { id: "b", probeMs: 1_000 }, 400).value).toEqual({ may: "wait", ms: 600 });
  const once = noteAnswer(first.entries[0] ?? {}, { id: "a", told: REFUSED });
  const second = takeTrial(once.entries[0] ?? {}, { id: "b", probeMs: 1_000 }, 500);
  expect([once.value, second.value]).toEqual([1, { may: "go" }]);
  const twice = noteAnswer(second.entries[0] ?? {}, { id: "b", told: REFUSED });
  expect(takeTrial(twice.entries[0] ?? {}, { id: "c", probeMs: 1_000 }, 600).value).toEqual({ may: "not", last: REFUSED });
  expect(noteAnswer(second.entries[0] ?? {}, { id: "b", told: "proven" }).entries).toEqual([{ trials: {} }]);
  expect(noteAnswer(second.entries[0] ?? {}, { id: "b", told: "silent" }).value).toBe(1);
});

test("the trial of a process that died is forgotten", () => {
  const { entries } = takeTrial({}, { id: "a", probeMs: 60_000 }, 0);
  expect(takeTrial(entries[0] ?? {}, { id: "b", probeMs: 60_000 }, 30_001).value).toEqual({ may: "go" });
});

test("a trial of before the clock was set back holds nobody up", () => {
  const { entries } = takeTrial({}, { id: "a", probeMs: 60_000 }, 3_600_000);
  expect(takeTrial(entries[0] ?? {}, { id: "b", probeMs: 60_000 }, 0).value).toEqual({ may: "go" });
});
