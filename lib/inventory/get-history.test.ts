import { describe, expect, test } from "vitest";
import type { HistoryPlace } from "../model/history.ts";
import type { ReadKey } from "../model/reading.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { database } from "../store/database.ts";
import { accounts, keys } from "../store/schema.ts";
import { claimSource } from "../store/source-lease.ts";
import { insertSources, queueSources } from "../store/sources.ts";
import { swapSource } from "../store/swap-source.ts";
import { DATABASE_KINDS, useTestDatabase } from "../store/test-database.ts";
import { getHistory } from "./get-history.ts";
import { HISTORY_PAGE } from "./history-input.ts";
import { readHistory } from "../store/keys/read-history.ts";

const DAYS = ["2026-11-20T06:00:00.000Z", "2026-11-21T06:00:00.000Z", "2026-11-22T06:00:00.000Z"] as const;
const ALL = { limit: 100, after: null };
type Told = Pick<ReadKey, "values" | "absent">;

async function read(at: string, told: Told): Promise<void> {
  const claim = await claimSource("w", 4);
  if (!claim) throw new Error("nothing to claim");
  const call = { operation: "DescribeKey", at, requestId: "r" };
  const facts = { state: call, rotation: call, tags: { ...call, operation: "ListTags" } };
  await swapSource(claim, {
    place: { cloud: "alibaba", cloudAccount: "42", account: { id: "a", name: "Account a" }, region: "r0", project: null },
    at,
    operation: "ListKeys",
    keys: [{ keyId: "k", arn: null, ...told, facts, raw: {}, describedAt: at }],
    absentees: [],
    claimed: 1,
    countMismatch: false,
    problems: [],
    nextSeconds: 3600,
    checks: [],
    about: {},
    onlySpecs: null,
    mayMiss: [],
    cost: { calls: 1, throttled: 0, described: 0, ms: 1, kind: "full" },
  });
  await queueSources(database(), SYSTEM_SCOPE, {});
}

async function readThreeTimes(): Promise<string> {
  const common = { regions: null, endpoints: {}, projects: {}, credentialType: "t", credentialHint: "", credentialSetAt: DAYS[0], createdAt: DAYS[0] };
  await database()
    .insert(accounts)
    .values({ id: "a", cloud: "alibaba", name: "Account a", groups: ["payments"], cloudAccount: "42", ...common });
  await insertSources(database(), [{ id: "a-0", accountId: "a", region: "r0", project: null, place: null }]);
  await queueSources(database(), SYSTEM_SCOPE, {});
  await read(DAYS[0], { values: { state: "enabled", rotation: "on", tags: { env: "prod" } }, absent: {} });
  await read(DAYS[1], { values: { state: "enabled", tags: { env: "test" } }, absent: { rotation: { reason: "denied", note: "Forbidden.NoPermission" } } });
  await read(DAYS[2], { values: { state: "disabled", tags: { env: "test" } }, absent: { rotation: { reason: "denied", note: "Forbidden.NoPermission" } } });
  const [key] = await database().select({ ref: keys.ref }).from(keys);
  return key?.ref ?? "";
}

describe.each(DATABASE_KINDS)("the history of a key (%s)", (kind) => {
  useTestDatabase(kind);

  test("tells every change once, newest first, with plain values and the reasons beside them", async () => {
    const ref = await readThreeTimes();
    expect(await readHistory(SYSTEM_SCOPE, ref, ALL)).toEqual([
      { field: "state", before: "enabled", after: "disabled", beforeAbsent: null, afterAbsent: null, at: DAYS[2], operation: "DescribeKey" },
      { field: "rotation", before: "on", after: null, beforeAbsent: null, afterAbsent: "denied", at: DAYS[1], operation: "DescribeKey" },
      { field: "tags", before: { env: "prod" }, after: { env: "test" }, beforeAbsent: null, afterAbsent: null, at: DAYS[1], operation: "ListTags" },
    ]);
  });

  test("comes a page at a time, each change once, though two are of one moment", async () => {
    const ref = await readThreeTimes();
    const fields: string[] = [];
    for (let before: HistoryPlace | undefined, pages = 1; ; pages++) {
      const { rows, next } = await getHistory(SYSTEM_SCOPE, ref, { limit: 1, before });
      fields.push(...rows.map(({ field }) => field));
      if (!next) {
        expect(pages).toBe(3);
        break;
      }
      before = HISTORY_PAGE.parse({ before: next }).before;
    }
    expect(fields).toEqual(["state", "rotation", "tags"]);
    expect(await getHistory(SYSTEM_SCOPE, ref, { limit: 3 })).toMatchObject({ next: null });
    const past = { limit: 3, before: { at: "2020-01-01T00:00:00.000Z", field: "tags" } };
    expect(await getHistory(SYSTEM_SCOPE, ref, past)).toEqual({ rows: [], next: null });
  });

  test("is empty for a key that never changed, and nothing for one that is absent or of others", async () => {
    const ref = await readThreeTimes();
    expect(await readHistory({ ...SYSTEM_SCOPE, groups: ["payments"] }, ref, ALL)).toHaveLength(3);
    expect(await readHistory({ ...SYSTEM_SCOPE, groups: ["others"] }, ref, ALL)).toBeUndefined();
    expect(await readHistory(SYSTEM_SCOPE, "000000000000", ALL)).toBeUndefined();
    await database().execute("delete from changes");
    expect(await readHistory(SYSTEM_SCOPE, ref, ALL)).toEqual([]);
  });
});

test.each([
  { limit: "0" },
  { limit: "501" },
  { limit: "ten" },
  { before: "yesterday" },
  { before: "2026-11-22T06:00:00.000Z" },
  { before: "x,state" },
  // A year that no database writes.
  { before: "0000-01-01T00:00:00Z,state" },
  { before: "2026-02-30T00:00:00Z,state" },
  { after: "x" },
])("a page of history asked for as %j is refused", (query) => expect(HISTORY_PAGE.safeParse(query).success).toBe(false));
