import { getOverview } from "#lib/inventory/get-overview.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { database } from "#lib/store/database.ts";
import { bumpRevision } from "#lib/store/revision.ts";
import { median, printFigures, quantile, timed } from "./figures.ts";
import { fillStore } from "./fill-store.ts";
import { withBench } from "./open-bench.ts";
import type { BenchOptions } from "./run-bench.ts";

const TIMES = 15;
/** What `GET /keys` may take at 100,000 keys; nothing is promised of the overview itself. */
const WISH_MS = 100;

/** Times `getOverview`: the first asking after the inventory changed, the same for one account, and asked again. */
export async function benchOverview({ keys, database: kind }: BenchOptions): Promise<void> {
  for (const n of keys) await withBench(kind, () => measure(n, kind));
}

async function measure(n: number, kind: BenchOptions["database"]): Promise<void> {
  await fillStore(n);
  const ask = (places: string) => timed(() => getOverview(SYSTEM_SCOPE, parseStrict(places)));
  const samples = { first: [] as number[], account: [] as number[], again: [] as number[] };
  await ask("");
  for (let i = 0; i < TIMES; i++) {
    await bumpRevision(database());
    samples.first.push(await ask(""));
    samples.account.push(await ask("account=bench0000003"));
    samples.again.push(await ask(""));
  }
  const overAll = (what: string, ms: readonly number[]) => [
    { what: `${what}: p50`, value: median(ms), unit: "ms" },
    { what: `${what}: p95`, value: quantile(ms, 0.95), unit: "ms", budget: WISH_MS },
  ];
  printFigures(`overview of ${n} keys, ${kind} database, ${TIMES} times`, [
    ...overAll("first asking after a change", samples.first),
    ...overAll("then of one account", samples.account),
    ...overAll("asked again", samples.again),
  ]);
}
