import { parseArgs } from "node:util";
import { CLOUDS } from "#lib/model/vocabulary.ts";
import { Stop } from "../steps/step.mjs";

/** What a benchmark may be told on the command line. */
export interface BenchOptions {
  /** How many keys the inventory holds, one run each. */
  keys: number[];
  database: "embedded" | "server";
  seconds: number;
  /** Whose sources `reading` reads. */
  clouds: readonly string[];
  /** Where `start` clones from. */
  from: string;
}

type Bench = (options: BenchOptions) => Promise<void>;

const BENCHES: Record<string, { keys: string; open: () => Promise<Bench> }> = {
  inventory: { keys: "10000,100000", open: async () => (await import("./inventory.ts")).benchInventory },
  load: { keys: "100000", open: async () => (await import("./load.ts")).benchLoad },
  reading: { keys: "1,100,5000", open: async () => (await import("./reading.ts")).benchReading },
  page: { keys: "0,10000", open: async () => (await import("./page.ts")).benchPage },
  overview: { keys: "10000,100000", open: async () => (await import("./overview.ts")).benchOverview },
  export: { keys: "100000", open: async () => (await import("./export.ts")).benchExport },
  start: { keys: "0", open: async () => (await import("./start.ts")).benchStart },
};

const USAGE = `npm run bench -- ${Object.keys(BENCHES).join("|")} [--keys 10000,100000] [--database embedded|server] [--seconds 20] [--clouds ${CLOUDS.join(",")}] [--from FOLDER]`;

/** Runs one benchmark. A figure over its budget is marked, and is no failure: machines differ. */
export async function runBench(args: string[]): Promise<number> {
  const text = (value: string) => ({ type: "string", default: value }) as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { keys: text(""), database: text("embedded"), seconds: text("20"), clouds: text(CLOUDS.join(",")), from: text(process.cwd()) },
  });
  const bench = BENCHES[positionals[0] ?? ""];
  const { database } = values;
  const keys = (values.keys || (bench?.keys ?? "")).split(",").map(Number);
  const seconds = Number(values.seconds);
  const isUsable = (database === "embedded" || database === "server") && keys.every((n) => Number.isInteger(n) && n >= 0) && seconds > 0;
  if (!bench || !isUsable) throw new Stop(USAGE);
  await (await bench.open())({ keys, database, seconds, clouds: values.clouds.split(","), from: values.from });
  return 0;
}
