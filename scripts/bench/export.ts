import { sql } from "drizzle-orm";
import { createToken } from "#lib/auth/api-token.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { database } from "#lib/store/database.ts";
import { keyDetails, keys as keysTable } from "#lib/store/schema.ts";
import { build } from "../start/build.ts";
import { step } from "../steps/step.mjs";
import { type Figure, printFigures } from "./figures.ts";
import { fillStore } from "./fill-store.ts";
import { withBench } from "./open-bench.ts";
import type { BenchOptions } from "./run-bench.ts";
import { runWeb, type WebServer } from "./run-web.ts";

const FILES = ["format=csv", "format=ndjson", "format=json&raw=true"];
const MIB = 1024 * 1024;

/** The built web server writes every key of the inventory to one asker, format after format: what it takes in memory, time and bytes. */
export async function benchExport({ keys, database: kind }: BenchOptions): Promise<void> {
  await step("Web server", build);
  for (const n of keys) {
    await withBench(kind, async (house) => {
      await fillStore(n);
      await fillRaw();
      const { token } = await createToken(SYSTEM_SCOPE, { name: "bench", role: "auditor", groups: null, expiresAt: null });
      const web = await runWeb(house);
      try {
        // What a server needs before its first export is not what the export takes.
        await save(web, token, "format=csv&state=nothing");
        for (const file of FILES) printFigures(`${file} of ${n} keys, ${kind} database`, await measure(web, token, file));
      } finally {
        await web.stop();
      }
    });
  }
}

/** The clouds' own words, some 1.4 KB a key as a describe answers. */
async function fillRaw(): Promise<void> {
  const raw = sql`jsonb_build_object('DescribeKey', to_jsonb(${keysTable}) - 'search' - 'profile')`;
  await database().execute(sql`insert into ${keyDetails} (ref, facts, raw) select ${keysTable.ref}, '{}', ${raw} from ${keysTable}`);
}

async function measure(web: WebServer, token: string, file: string): Promise<Figure[]> {
  const before = web.memory();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, web.memory());
  }, 50);
  const since = performance.now();
  const { bytes, rows } = await save(web, token, file);
  const seconds = (performance.now() - since) / 1000;
  clearInterval(watch);
  return [
    { what: "rows told by its head", value: rows, unit: "" },
    { what: "written", value: bytes / MIB, unit: "MiB" },
    { what: "time", value: seconds, unit: "s" },
    { what: "memory of the web process: before", value: before, unit: "MiB" },
    { what: "most", value: most, unit: "MiB", budget: 600 },
    { what: "after", value: web.memory(), unit: "MiB" },
  ];
}

async function save(web: WebServer, token: string, file: string): Promise<{ bytes: number; rows: number }> {
  const answer = await fetch(`${web.url}/api/v1/keys/export?${file}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok || !answer.body) throw new Error(`An export answered ${answer.status}.`);
  let bytes = 0;
  for await (const part of answer.body) bytes += part.byteLength;
  return { bytes, rows: Number(answer.headers.get("x-keyatlas-total")) };
}
