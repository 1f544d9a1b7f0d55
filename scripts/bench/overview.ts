import { getOverview } from "#lib/inventory/get-overview.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { database } from "#lib/store/database.ts";
import { bumpRevision } from "#lib/store/revision.ts";
import { sources } from "#lib/store/schema.ts";
import { median, printFigures, quantile, timed } from "./figures.ts";
import { fillStore } from "./fill-store.ts";
import { withBench } from "./open-bench.ts";
import type { BenchOptions } from "./run-bench.ts";

const TIMES = 15;
/** What `GET /keys` may take at 100,000 keys; nothing is promised of the overview itself. */
const WISH_MS = 100;

/** Times `getOverview` after a reading changed one of the sources, after everything may have changed, and asked again. */
export async function benchOverview({ keys, database: kind }: BenchOptions): Promise<void> {
  for (const n of keys) await withBench(kind, () => measure(n, kind));
}

async function measure(n: number, kind: BenchOptions["database"]): Promise<void> {
  await fillStore(n);
  const ask = (places = "") => timed(() => getOverview(SYSTEM_SCOPE, parseStrict(places)));
  const all = await database().select({ id: sources.id }).from(sources);
  const samples = { read: [] as number[], account: [] as number[], again: [] as number[], whole: [] as number[] };
  await ask();
  for (let i = 0; i < TIMES; i++) {
    await bumpRevision(database(), [all[(i * 7) % all.length]?.id ?? ""]);
    samples.read.push(await ask());
    samples.account.push(await ask("account=bench0000003"));
    samples.again.push(await ask());
  }
  for (let i = 0; i < TIMES; i++) {
    await bumpRevision(database());
    samples.whole.push(await ask());
  }
  const overAll = (what: string, ms: readonly number[]) => [
    { what: `${what}: p50`, value: median(ms), unit: "ms" },
    { what: `${what}: p95`, value: quantile(ms, 0.95), unit: "ms", budget: WISH_MS },
  ];
  printFigures(`overview of ${n} keys in ${all.length} sources, ${kind} database, ${TIMES} times`, [
    ...overAll("after a reading of one source", samples.read),
    ...overAll("then of one account", samples.account),
    ...overAll("asked again", samples.again),
    ...overAll("after an account was changed, or at first", samples.whole),
  ]);
}
