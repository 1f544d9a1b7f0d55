import { listKeys } from "#lib/inventory/list-keys.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { parseKeyQuery } from "#lib/query/parse-key-query.ts";
import { groupedKeyIndex } from "#lib/store/keys/sql-key-index.ts";
import { type Figure, median, printFigures, quantile, timed } from "./figures.ts";
import { fillStore } from "./fill-store.ts";
import { withBench } from "./open-bench.ts";
import { EIGHT_FACETS, REAL_QUERIES } from "./real-queries.ts";
import type { BenchOptions } from "./run-bench.ts";

const ROUNDS = 3;
const BUDGET_MS: Record<BenchOptions["database"], Record<number, number>> = { embedded: { 10000: 40, 100000: 100 }, server: { 1000000: 100 } };

const queryOf = (search: string) => parseKeyQuery(`${search}&facets=${EIGHT_FACETS}`, "strict").query;
/** As asked for the first time since the inventory changed. */
const ask = (search: string) => listKeys(SYSTEM_SCOPE, queryOf(search), groupedKeyIndex);
const askAgain = (search: string) => listKeys(SYSTEM_SCOPE, queryOf(search));

/** Times `listKeys`: page, total, eight facets and coverage of each real query, one at a time. */
export async function benchInventory({ keys, database }: BenchOptions): Promise<void> {
  for (const n of keys) await withBench(database, () => measure(n, database));
}

async function measure(n: number, database: BenchOptions["database"]): Promise<void> {
  const filledMs = await timed(() => fillStore(n));
  const [row] = (await ask("")).rows;
  const queries = REAL_QUERIES.map((search) => search.replace("{id}", row?.keyId ?? ""));
  for (const search of queries) await ask(search);
  const samples = new Map<string, number[]>(queries.map((search) => [search, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const search of queries) samples.get(search)?.push(await timed(() => ask(search)));
  }
  const all = queries.flatMap((search) => samples.get(search) ?? []);
  const again: number[] = [];
  for (const search of [...queries, ...queries]) again.push(await timed(() => askAgain(search)));
  const budget = BUDGET_MS[database][n];
  const first = await alone("");
  const last = await alone(`page=${Math.ceil(n / 50)}`);
  const figures: Figure[] = [
    { what: "page, total, 8 facets, coverage: p50", value: quantile(all, 0.5), unit: "ms" },
    { what: "p95", value: quantile(all, 0.95), unit: "ms", ...(budget ? { budget } : {}) },
    { what: "asked again in the same revision: p95", value: quantile(again.slice(queries.length), 0.95), unit: "ms" },
    { what: "slowest", value: Math.max(...all), unit: "ms" },
    { what: "the last page against the first", value: last / first, unit: "×", budget: 2 },
    { what: "filling", value: filledMs / 1000, unit: "s" },
  ];
  printFigures(`${n} keys, ${database} database, ${REAL_QUERIES.length} queries, ${ROUNDS} times each`, figures);
  const slowest = [...samples].map(([search, times]) => ({ search, ms: median(times) })).sort((a, b) => b.ms - a.ms);
  console.log(
    `  slowest: ${slowest
      .slice(0, 6)
      .map(({ search, ms }) => `${search || "(all)"} ${ms.toFixed(1)} ms`)
      .join(", ")}`,
  );
}

/** Median of eleven. */
async function alone(search: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 11; i++) times.push(await timed(() => ask(search)));
  return median(times);
}
