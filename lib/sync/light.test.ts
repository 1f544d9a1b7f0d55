import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "#emulators/index.ts";
import { removeKey } from "#emulators/world/change-keys.ts";
import { forgetEnv } from "../env.ts";
import { FACT_FIELDS } from "../model/key.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { database } from "../store/database.ts";
import { readKey } from "../store/keys/read-key.ts";
import { sqlKeyIndex } from "../store/keys/sql-key-index.ts";
import { sources } from "../store/schema.ts";
import { readSources } from "../store/sources.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { requestSync } from "./request-sync.ts";
import { happening, moveWorld } from "./testing/moving-world.ts";
import { resetClock, shiftClock } from "./testing/shift-clock.ts";
import { allowEmulators, connectWorldAccount, drain, saidBy, storedRows } from "./testing/sync-world.ts";

const ALLOWED_HOURS = 6;
const MINUTE_MS = 60_000;
/** Enough for a census to be worth its calls. */
const KEYS = 30;
/** `calls`: what may be refused once without ending the reading. */
const PLACES = [
  { cloud: "alibaba", region: "cn-hangzhou", calls: ["DescribeKey", "ListAliases", "ListTagResources"] },
  { cloud: "huawei", region: "eu-west-101", calls: ["aliases", "resource_instances", "get-key-rotation-status"] },
] as const;

const step = fc.record({
  happenings: fc.array(happening, { maxLength: 4 }),
  minutes: fc.integer({ min: 5, max: 65 }),
  full: fc.nat(5).map((n) => n === 0),
  /** Which of the calls is refused, and the how manieth. */
  refused: fc.option(fc.record({ call: fc.nat(2), nth: fc.integer({ min: 1, max: 4 }) }), { freq: 2 }),
});

describe.each(PLACES)("light and full readings of a world that moves: $cloud", ({ cloud, region, calls: fallible }) => {
  useTestDatabase();
  let emulators: Emulators;
  let account: WorldAccount;
  beforeAll(async () => {
    process.env.KEYATLAS_DESCRIBE_HOURS = String(ALLOWED_HOURS);
    emulators = await startEmulators({ pageSize: 10 });
    allowEmulators(emulators);
    account = emulators.world.accounts.find((each) => each.cloud === cloud && each.regions.includes(region) && !each.trouble[region]) as WorldAccount;
    for (const key of account.keys.filter((each) => each.region === region).slice(KEYS)) removeKey(account, key);
  });
  afterAll(async () => {
    resetClock();
    delete process.env.KEYATLAS_DESCRIBE_HOURS;
    forgetEnv();
    await emulators.close();
  });
  afterEach(() => emulators.clouds[cloud].faults.clear());

  test("nothing stale looks fresh, nothing is older than allowed, and a full reading tells the truth", async () => {
    const project = account.projects.find(({ name }) => name === region)?.id ?? null;
    const moving = moveWorld(emulators.world, account, { region, project });
    moving.note(new Date());
    await connectWorldAccount(emulators, account, { regions: [region] });
    await drain();
    const source = (await readSources(SYSTEM_SCOPE)).find((each) => each.project === project);
    const calls: Record<"full" | "light", number[]> = { full: [], light: [] };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 14 }), async (steps) => {
        for (const { happenings, minutes, full, refused } of [{ happenings: [], minutes: 1, full: true, refused: null }, ...steps]) {
          shiftClock(minutes * MINUTE_MS);
          for (const one of happenings) moving.happen(one, new Date());
          moving.note(new Date());
          const { faults } = emulators.clouds[cloud];
          faults.clear();
          if (refused) faults.add({ operation: fallible[refused.call], nth: refused.nth, times: 1, fault: { kind: "deny" } });
          if (full) await requestSync(SYSTEM_SCOPE, { full });
          else
            await database()
              .update(sources)
              .set({ nextDueAt: new Date(0).toISOString() })
              .where(eq(sources.id, source?.id ?? ""));
          expect((await drain()).every(({ end }) => end === "read")).toBe(true);
          const read = (await readSources(SYSTEM_SCOPE)).find(({ id }) => id === source?.id);
          expect(read?.cost?.kind).toBe(full ? "full" : "light");
          calls[full ? "full" : "light"].push(read?.cost?.calls ?? 0);
          await judge(moving, { full, isRefused: refused !== null });
        }
      }),
      { seed: 3, numRuns: 2, endOnFailure: true },
    );
    const mean = (all: number[]) => all.reduce((sum, n) => sum + n, 0) / all.length;
    expect(mean(calls.light)).toBeLessThan(mean(calls.full));
  }, 300_000);
});

async function judge(moving: ReturnType<typeof moveWorld>, { full, isRefused }: { full: boolean; isRefused: boolean }): Promise<void> {
  const now = Date.now();
  const listed = new Map((await sqlKeyIndex.page(SYSTEM_SCOPE, parseStrict("size=200"), new Date(now))).rows.map((row) => [row.ref, row]));
  const rows = [...(await storedRows()).values()].filter(
    ({ presence, region, project }) => presence === "present" && moving.here()[0]?.region === region && moving.here()[0]?.project === project,
  );
  expect(rows.map(({ keyId }) => keyId).sort()).toEqual(
    moving
      .here()
      .map(({ keyId }) => keyId)
      .sort(),
  );
  for (const { ref } of rows) {
    const key = await readKey(SYSTEM_SCOPE, ref);
    if (!key) throw new Error("a listed key is stored");
    expect(listed.get(ref)?.describedAt ?? key.describedAt).toBe(key.describedAt);
    const said = saidBy({ ...key });
    const truth = moving.saidAt(key.keyId, now);
    const allowed = key.state?.startsWith("pending") ? ALLOWED_HOURS / 4 : ALLOWED_HOURS;
    if (key.describedAt) expect(now - Date.parse(key.describedAt)).toBeLessThanOrEqual(allowed * 60 * MINUTE_MS);
    for (const field of FACT_FIELDS) {
      const fact = key.facts[field];
      if (key.absent[field] === "denied" && JSON.stringify(truth?.[field]) !== JSON.stringify(said[field])) {
        // What was refused is asked again by the next reading.
        expect({ field, isRefused }).toEqual({ field, isRefused: true });
        continue;
      }
      if (full || !fact || field === "state" || field === "aliases" || field === "alias" || field === "tags")
        expect({ field, said: said[field] }).toEqual({ field, said: truth?.[field] });
      if (!fact) continue;
      const at = Date.parse(fact.at);
      expect(at).toBeLessThanOrEqual(now);
      expect({ field, at: fact.at, operation: fact.operation, said: said[field] }).toEqual({
        field,
        at: fact.at,
        operation: fact.operation,
        said: moving.saidAt(key.keyId, at)?.[field],
      });
      if (JSON.stringify(said[field]) !== JSON.stringify(truth?.[field])) expect(now - at).toBeLessThanOrEqual(ALLOWED_HOURS * 60 * MINUTE_MS);
    }
  }
}
