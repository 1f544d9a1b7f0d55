import { setTimeout as pause } from "node:timers/promises";
import { Pool } from "undici";
import { createToken } from "#lib/auth/api-token.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { build } from "../start/build.ts";
import { step } from "../steps/step.mjs";
import { printFigures, quantile } from "./figures.ts";
import { fillStore } from "./fill-store.ts";
import { withBench } from "./open-bench.ts";
import { EIGHT_FACETS, REAL_QUERIES } from "./real-queries.ts";
import type { BenchOptions } from "./run-bench.ts";
import { runWeb } from "./run-web.ts";

const CONNECTIONS = 20;
/** An actor may ask 500 times a second; four of them leave the server itself as the limit. */
const TOKENS = 4;

interface Load {
  ms: number[];
  errors: Map<string, number>;
}

/** The built web server under load: 20 connections ask the real queries with eight facets, each its next one as soon as the last is answered. */
export async function benchLoad({ keys, database, seconds }: BenchOptions): Promise<void> {
  await step("Web server", build);
  for (const n of keys) {
    await withBench(database, async (house) => {
      await fillStore(n);
      const tokens = await Promise.all(Array.from({ length: TOKENS }, makeToken));
      const web = await runWeb(house);
      try {
        const memory: number[] = [];
        const watch = setInterval(() => memory.push(web.memory()), 500);
        await load(web.url, tokens, 3);
        const { ms, errors } = await load(web.url, tokens, seconds);
        clearInterval(watch);
        printFigures(`${n} keys, ${database} database, ${CONNECTIONS} connections for ${seconds} s`, [
          { what: "requests a second", value: ms.length / seconds, unit: "/s", budget: 300, atLeast: true },
          { what: "p50", value: quantile(ms, 0.5), unit: "ms" },
          { what: "p99", value: quantile(ms, 0.99), unit: "ms", budget: 150 },
          { what: "answers other than 200", value: [...errors.values()].reduce((sum, count) => sum + count, 0), unit: "" },
          { what: "memory of the web process, most", value: Math.max(...memory), unit: "MiB", budget: 600 },
        ]);
        for (const [what, count] of errors) console.log(`  ${count} × ${what}`);
      } finally {
        await web.stop();
      }
    });
  }
}

async function makeToken(): Promise<string> {
  return (await createToken(SYSTEM_SCOPE, { name: "bench", role: "viewer", groups: null, expiresAt: null })).token;
}

async function load(url: string, tokens: readonly string[], seconds: number): Promise<Load> {
  const pool = new Pool(url, { connections: CONNECTIONS });
  const result: Load = { ms: [], errors: new Map() };
  const untilMs = performance.now() + seconds * 1000;
  const queries = REAL_QUERIES.filter((search) => !search.includes("{id}"));
  const ask = async (connection: number) => {
    for (let i = connection * 7; performance.now() < untilMs; i++) {
      const since = performance.now();
      const answer = await pool.request({
        method: "GET",
        path: `/api/v1/keys?${queries[i % queries.length]}&facets=${EIGHT_FACETS}`.replace("?&", "?"),
        headers: { authorization: `Bearer ${tokens[connection % tokens.length]}` },
      });
      await answer.body.dump({ limit: 10_000_000 });
      result.ms.push(performance.now() - since);
      const what = `status ${answer.statusCode}`;
      if (answer.statusCode !== 200) result.errors.set(what, (result.errors.get(what) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, connection) => ask(connection)));
  await pool.close();
  await pause(200);
  return result;
}
