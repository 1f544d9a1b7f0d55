import type { SourceRow } from "#lib/model/source.ts";
import { expect, test } from "../fixtures/api.ts";

test("coverage is the sum of its sources, and a failing region is told", async ({ api }) => {
  const { coverage } = await api.keys("");
  const { rows }: { rows: SourceRow[] } = await (await api.get("/sources")).json();
  expect(coverage.sources).toBe(rows.length);
  expect(coverage.read + coverage.stale + coverage.unread + coverage.notEnabled).toBe(coverage.sources);
  expect(coverage.held).toBe(rows.reduce((sum, { held }) => sum + held, 0));
  expect(coverage.unread).toBeGreaterThan(0);
  expect(coverage.complete).toBe(false);

  const failed = rows.filter(({ outcome }) => outcome === "failed");
  expect(failed.length).toBe(coverage.unread);
  for (const { account, region, problem } of failed) {
    expect(problem).toMatchObject({ code: expect.stringMatching(/\S/), requestId: expect.stringMatching(/\S/) });
    expect(coverage.problems).toContainEqual(expect.objectContaining({ account: account.id, region, code: problem?.code }));
  }
});

test("a query that leaves the failing sources out is complete", async ({ api }) => {
  const { rows }: { rows: SourceRow[] } = await (await api.get("/sources")).json();
  const whole = rows.find((one) => rows.every((other) => other.account.id !== one.account.id || other.outcome === "read"));
  expect(whole).toBeDefined();
  const { coverage } = await api.keys(`?account=${whole?.account.id}`);
  expect(coverage).toMatchObject({ complete: true, stale: 0, unread: 0 });
});

test("live and stored give the same keys", async ({ api }) => {
  const { rows }: { rows: SourceRow[] } = await (await api.get("/sources")).json();
  const source = rows.find(({ outcome, held }) => outcome === "read" && held > 0);
  const query = `account=${source?.account.id}&region=${source?.region}&state=enabled&sort=created`;
  const stored = await api.allKeys(`?${query}`);
  const live = await (await api.get(`/live/keys?${query}&size=200`)).json();
  expect(live.rows.map(({ ref }: { ref: string }) => ref)).toEqual(stored.map(({ ref }) => ref));
  expect(live.plan.length).toBeGreaterThan(0);
});
