import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { startEmulators } from "#emulators/index.ts";
import type { WorldAccount } from "#emulators/world.ts";
import { buildKey } from "#emulators/world/build-key.ts";
import { growKeys } from "#emulators/world/grow-keys.ts";
import { connectAccount } from "#lib/accounts/connect-account.ts";
import type { Pace } from "#lib/clouds/pace.ts";
import { cloudOf } from "#lib/clouds/registry.ts";
import { forgetEnv } from "#lib/env.ts";
import type { ReadingCost } from "#lib/model/about-source.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { type CloudId, CLOUDS } from "#lib/model/vocabulary.ts";
import { database } from "#lib/store/database.ts";
import { sources } from "#lib/store/schema.ts";
import { claimSource } from "#lib/store/source-lease.ts";
import { readSources } from "#lib/store/sources.ts";
import { removeAccountRow } from "#lib/store/accounts.ts";
import { runClaim } from "#lib/sync/run-claim.ts";
import { printFigures } from "./figures.ts";
import { floorOf } from "./reading-floor.ts";
import { withBench } from "./open-bench.ts";
import type { BenchOptions } from "./run-bench.ts";
import { shiftClock } from "#lib/sync/testing/shift-clock.ts";

const REGION: Record<CloudId, string> = { alibaba: "cn-hangzhou", huawei: "eu-west-101" };
/** As fast as the emulated quotas allow (50 a second an account, 20 a user): for what is counted and not timed. */
const COUNTED: Record<CloudId, Partial<Pace>> = {
  alibaba: { perSourcePerSecond: 40, perSourceInFlight: 20 },
  huawei: { perSourcePerSecond: 16, perSourceInFlight: 20, perCredentialPerSecond: null },
};
const READINGS_A_DAY = 24;
/** A budget's window is over by then. */
const RESTED_MS = 1_500;

/** Reads one source of each cloud, whole and then light, as a worker does, from emulators that throttle as the vendors do; then a day of readings, counted. */
export async function benchReading({ keys, database: kind, clouds }: BenchOptions): Promise<void> {
  await withBench(kind, async () => {
    for (const n of keys) for (const cloud of CLOUDS) if (clouds.includes(cloud)) await measure(cloud, n);
  });
}

async function measure(cloud: CloudId, n: number): Promise<void> {
  const emulators = await startEmulators({ quotas: true });
  try {
    Object.assign(process.env, { KEYATLAS_ALLOWED_ENDPOINTS: emulators.clouds[cloud].origin });
    forgetEnv();
    const account = emulators.world.accounts.find((each) => each.cloud === cloud && each.regions.includes(REGION[cloud])) as WorldAccount;
    fill(account, REGION[cloud], n);
    const { id } = await connectAccount(SYSTEM_SCOPE, {
      cloud,
      name: `${account.name} ${n}`,
      regions: [REGION[cloud]],
      credential: account.credential,
      endpoints: emulators.clouds[cloud].endpoints,
    });
    const floor = floorOf(account);
    const full = await largest(() => read());
    const light = await largest(() => readDue());
    const pace = cloudOf(cloud).pace.perSourcePerSecond;
    const floorMs = Math.max(0, (floor - pace) / pace) * 1000;
    printFigures(`${n} keys, ${cloud}`, [
      { what: "calls of a full reading", value: full.calls, unit: "calls" },
      { what: "against the floor", value: full.calls / floor, unit: "×", budget: 1.02 },
      { what: "time of a full reading", value: full.ms / 1000, unit: "s" },
      ...(floorMs >= 1000 ? [{ what: "against the floor", value: full.ms / floorMs, unit: "×", budget: 1.15 }] : []),
      { what: "throttled", value: full.throttled, unit: "calls" },
      { what: "calls of a light reading an hour later", value: light.calls, unit: "calls" },
      { what: "time of it", value: light.ms / 1000, unit: "s" },
    ]);
    const day = await oneDay(COUNTED[cloud]);
    printFigures(`${n} keys, ${cloud}, a day of hourly readings`, [
      { what: "each of them full", value: full.calls * READINGS_A_DAY, unit: "calls" },
      { what: "by the plan", value: day, unit: "calls" },
      { what: "the plan against the full ones", value: day / (full.calls * READINGS_A_DAY), unit: "×" },
    ]);
    await removeAccountRow(database(), SYSTEM_SCOPE, id);
  } finally {
    await emulators.close();
  }
}

/** The account's keys of the region, n of them in its first project, and nothing else. */
function fill(account: WorldAccount, region: string, n: number): void {
  const project = account.projects.find((each) => each.name === region)?.id ?? null;
  const place = { cloud: account.cloud, cloudAccount: account.cloudAccount, region, project };
  const at = (days: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + days * 86_400_000).toISOString();
  const plans = growKeys(place, { name: region, prefixes: ["bench"], count: n, seed: 1 }, at);
  const named = plans.map((plan, i) => {
    const aliases = plan.facts?.aliases?.map((alias) => `${alias}-${i}`);
    return { ...plan, facts: { ...plan.facts, ...(aliases ? { aliases } : {}) } };
  });
  account.keys = named.map((plan) => buildKey(place, plan, at));
}

/** Reads what is asked for or due; the cost of the source that holds most. */
async function largest(work: () => Promise<void>): Promise<ReadingCost> {
  await work();
  const [source] = (await readSources(SYSTEM_SCOPE)).sort((a, b) => b.held - a.held);
  if (!source?.cost) throw new Error(`The source was not read: ${source?.problem?.message ?? "nobody knows why"}`);
  return source.cost;
}

async function read(pace?: Partial<Pace>): Promise<void> {
  for (let claim = await claimSource("bench", 9); claim; claim = await claimSource("bench", 9)) {
    // The floor counts on a burst of ten, which the reading of another project in the same region may just have used. What is only counted need not rest.
    if (!pace) await sleep(RESTED_MS);
    await runClaim(claim, new AbortController().signal, pace);
  }
}

async function readDue(pace?: Partial<Pace>): Promise<void> {
  shiftClock(3_600_000);
  const [source] = (await readSources(SYSTEM_SCOPE)).sort((a, b) => b.held - a.held);
  await database()
    .update(sources)
    .set({ nextDueAt: new Date(0).toISOString() })
    .where(eq(sources.id, source?.id ?? ""));
  await read(pace);
}

/** A day of readings that are due every hour, after the two that have been. */
async function oneDay(pace: Partial<Pace>): Promise<number> {
  let calls = 0;
  for (let hour = 0; hour < READINGS_A_DAY; hour++) calls += (await largest(() => readDue(pace))).calls;
  return calls;
}
