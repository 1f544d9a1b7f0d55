import { describe, expect, it } from "vitest";
import { QUICK } from "../clouds/testing/open-emulated.ts";
import type { LivePlan } from "../model/answers.ts";
import type { KeyDetail, KeyRow } from "../model/key.ts";
import { Refusal } from "../model/refusal.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { FACET_FIELDS } from "../query/default-query.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { getKey } from "./get-key.ts";
import { getLiveKey } from "./get-live-key.ts";
import { listKeys } from "./list-keys.ts";
import { listLiveKeys } from "./list-live-keys.ts";
import { useConnectedWorld } from "./testing/connected-world.ts";
import { timeless } from "./testing/timeless.ts";

const live = (link: string) => listLiveKeys(SYSTEM_SCOPE, parseStrict(link), undefined, { pace: QUICK });
const stored = (link: string) => listKeys(SYSTEM_SCOPE, parseStrict(link));

const LINKS = [
  "",
  "size=200",
  "sort=-created&size=25&page=2",
  "page=99",
  "state=enabled",
  "state=!enabled,disabled",
  "spec=^rsa&sort=spec",
  "rotation=off",
  "rotation=denied",
  "rotation=!denied",
  "rotation=!on",
  "rotation=not-applicable",
  "manager=customer&usage=sign-verify",
  "q=prod",
  "alias=~a",
  "tag=any&sort=region",
  "tag=!owner",
  "deletes=..30d",
  "created=2025-01-01..&sort=-created",
  "expires=none",
  "rotated=any&sort=rotated",
  "protection=hsm",
  "judged=undecided&state=enabled",
  "region=!cn-hangzhou&sort=account",
  `facets=${FACET_FIELDS.join(",")}&state=enabled`,
  "facets=spec,region&state=pending-deletion",
  "facets=state&spec=aes-256&cloud=huawei",
];

describe("live and stored", () => {
  const connected = useConnectedWorld();

  it("give the same keys for any query on a world that stands still", async () => {
    for (const link of LINKS) {
      const [held, now] = [await stored(link), await live(link)];
      expect(now.rows.map(timeless), link).toEqual(held.rows.map(timeless));
      expect({ total: now.total, undecided: now.undecided, facets: now.facets }, link).toEqual({
        total: held.total,
        undecided: held.undecided,
        facets: held.facets,
      });
      expect(now.differences, link).toEqual({ created: 0, gone: 0, changed: 0, rows: [], complete: true });
      expect(now.next === null, link).toBe(held.next === null);
      expect(now.coverage, link).toMatchObject({
        sources: held.coverage.sources,
        unread: held.coverage.unread,
        notEnabled: held.coverage.notEnabled,
        unlisted: held.coverage.unlisted,
      });
    }
  }, 120_000);

  it("go on behind a cursor, live as stored", async () => {
    const first = await live("size=25&sort=-created");
    const cursors = await Promise.all([live, stored].map((ask) => ask(`size=25&sort=-created&cursor=${first.next}`)));
    expect(cursors[0]?.rows.map(({ ref }) => ref)).toEqual(cursors[1]?.rows.map(({ ref }) => ref));
    await expect(live(`cursor=${first.next}`)).rejects.toMatchObject({ code: "invalid_query", field: "cursor" });
  });

  it("says what each cloud filtered and what was filtered here", async () => {
    const answer = await live("state=disabled&region=!nowhere&q=a");
    const listed = answer.plan.filter(({ pages }) => pages > 0);
    expect(listed.length).toBe(answer.coverage.read);
    // A filter of the cloud would hide the keys whose state nobody told: they count as undecided.
    const { rows: untold } = await stored("state=denied,failed,pending&size=200");
    const isUntold = (plan: LivePlan) =>
      untold.some(({ account, region, project }) => account.id === plan.account && region === plan.region && project === plan.project);
    expect(listed.filter(isUntold).length).toBeGreaterThan(0);
    for (const plan of listed) {
      const pushedDown = isUntold(plan) ? [] : ["state"];
      expect(plan).toMatchObject({ pushedDown, local: isUntold(plan) ? ["q", "region", "state"] : ["q", "region"], ignored: [], refused: [] });
    }
    expect(listed.every(({ pages, calls }) => calls >= pages)).toBe(true);
    // A facet needs the values that a filter of its own field would hide.
    expect((await live("state=disabled&facets=state")).plan.flatMap(({ pushedDown }) => pushedDown)).toEqual([]);
  });

  it("learns the state of many keys from filtered listings, and describes none of them", async () => {
    const { alibaba } = connected.clouds.clouds;
    const { rows } = await stored("cloud=alibaba&size=200");
    const told = [...Map.groupBy(rows, ({ region }) => region).values()].filter((held) => held.every(({ absent }) => !absent.state));
    const [{ region }] = told.sort((a, b) => b.length - a.length)[0] as [KeyRow];
    alibaba.calls.clear();
    const link = `cloud=alibaba&region=${region}&facets=state&page=99`;
    const [held, now] = [await stored(link), await live(link)];
    expect([now.total, now.facets, now.undecided]).toEqual([held.total, held.facets, 0]);
    expect(held.total).toBeGreaterThan(0);
    expect(alibaba.calls.of("ListKeys").length).toBeGreaterThan(0);
    expect(alibaba.calls.of("DescribeKey")).toEqual([]);
    // What the census does not tell is told key by key.
    expect((await live(`${link.replace("facets=state", "facets=state,rotation")}`)).facets.state).toEqual(held.facets.state);
    expect(alibaba.calls.of("DescribeKey").length).toBeGreaterThan(0);
  });

  it("names a source that fails now, and keeps the others", async () => {
    const { alibaba } = connected.clouds.clouds;
    const [before, lost] = [await live("size=25"), await live("cloud=alibaba&region=cn-hangzhou&size=25")];
    alibaba.faults.add({ fault: { kind: "deny" }, operation: "ListKeys", region: "cn-hangzhou" });
    const after = await live("size=25");
    expect(after.coverage).toMatchObject({ complete: false, unread: before.coverage.unread + 1, claimed: null });
    expect(after.coverage.problems).toContainEqual(expect.objectContaining({ region: "cn-hangzhou", operation: "ListKeys", requestId: expect.any(String) }));
    expect(lost.total).toBeGreaterThan(0);
    expect(after.total).toBe(before.total - lost.total);
  });

  it("answers in time although a cloud does not, and says what it did not wait for", async () => {
    const { alibaba } = connected.clouds.clouds;
    const ask = (link: string, deadlineMs: number) => listLiveKeys(SYSTEM_SCOPE, parseStrict(link), undefined, { pace: QUICK, deadlineMs });
    alibaba.faults.add({ fault: { kind: "hang" }, operation: "DescribeKey" });
    const late = await ask("origin=any&cloud=alibaba", 3000);
    expect(late).toMatchObject({ total: 0, coverage: { unread: (await stored("cloud=alibaba")).coverage.unread } });
    expect(late.undecided).toBeGreaterThan(0);
    expect(late.coverage.problems).toContainEqual(expect.objectContaining({ code: "deadline", count: expect.any(Number) }));
    alibaba.faults.add({ fault: { kind: "hang" }, operation: "ListKeys" });
    const unread = await ask("cloud=alibaba", 1000);
    expect(unread).toMatchObject({ rows: [], coverage: { complete: false, read: 0 } });
    await expect(listLiveKeys(SYSTEM_SCOPE, parseStrict("cloud=alibaba"), AbortSignal.timeout(300), { pace: QUICK })).rejects.toThrow();
  });

  it("leaves cells dark that are refused now, and only those", async () => {
    connected.clouds.clouds.alibaba.faults.add({ fault: { kind: "deny" }, operation: "ListTagResources" });
    const answer = await live("tag=any&size=200");
    expect(answer.undecided).toBeGreaterThan(0);
    expect(answer.rows.every(({ cloud }) => cloud === "huawei")).toBe(true);
    expect(
      (await live("cloud=alibaba&tag=denied&size=200")).rows.every(({ tags, state, absent }) => tags === null && (state !== null || absent.state === "denied")),
    ).toBe(true);
    expect(answer.coverage.unread).toBe((await stored("")).coverage.unread);
  });

  it("gives one key as the inventory has it, with who said what", async () => {
    const { rows } = await stored("size=200&state=any");
    for (const row of [rows.find(({ cloud }) => cloud === "alibaba"), rows.find(({ cloud }) => cloud === "huawei")]) {
      const ref = row?.ref ?? "";
      const [held, now] = [await getKey(SYSTEM_SCOPE, ref), await getLiveKey(SYSTEM_SCOPE, ref)];
      const rowOf = ({ facts: _, raw: __, extras: ___, console: ____, ...row }: KeyDetail) => timeless(row);
      expect(rowOf(now)).toEqual(rowOf(held));
      expect(now.facts.state?.operation).toMatch(/describe/i);
      expect(Object.keys(now.raw).length).toBeGreaterThan(0);
    }
  });

  it("refuses a key that is absent or of others in the same words, live too", async () => {
    const { rows } = await stored("size=25&state=any");
    const stranger = { ...SYSTEM_SCOPE, groups: ["nobody"] };
    const refusals = await Promise.all(
      [getKey(SYSTEM_SCOPE, "000000000000"), getKey(stranger, rows[0]?.ref ?? ""), getLiveKey(stranger, rows[0]?.ref ?? "")].map((asked) =>
        asked.then(
          () => null,
          (thrown: unknown) => thrown,
        ),
      ),
    );
    expect(refusals.map((thrown) => thrown instanceof Refusal && [thrown.code, thrown.message])).toEqual(
      refusals.map(() => ["not_found", "There is no such key."]),
    );
    expect(await listLiveKeys(stranger, parseStrict(""), undefined, { pace: QUICK })).toMatchObject({
      rows: [],
      total: 0,
      plan: [],
      coverage: { sources: 0, problems: [] },
    });
    expect(await listKeys(stranger, parseStrict("facets=account,region"))).toMatchObject({
      rows: [],
      total: 0,
      facets: { account: [], region: [] },
      coverage: { sources: 0, unlisted: [] },
    });
  });
});
