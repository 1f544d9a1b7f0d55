import type { ExtractTablesWithRelations } from "drizzle-orm";
import { drizzle, type NodePgDatabase, type NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgTransaction } from "drizzle-orm/pg-core";
import pg from "pg";
import { env } from "../env.ts";
import { Refusal } from "../model/refusal.ts";
import { runningPlace } from "./embedded/place.ts";
import * as schema from "./schema.ts";

export type Database = NodePgDatabase<typeof schema>;
export type Transaction = PgTransaction<NodePgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;
/** What a store function may run its statements on. */
export type Handle = Database | Transaction;

/** Connections of one process. Web 6, worker 4, command line 2: all together stay far below what the embedded database takes. */
const MOST_CONNECTIONS = { web: 6, worker: 4, cli: 2 } as const;

interface Opened {
  db: Database;
  pool: pg.Pool;
}

/** On globalThis, since a web bundle may hold this module more than once, and each copy would open a pool of its own. */
const memo = globalThis as typeof globalThis & { keyatlasDatabase?: Opened };

/** Says what this process is before its first query; without it, it counts as the web server. */
export function openDatabase(as: keyof typeof MOST_CONNECTIONS): Database {
  memo.keyatlasDatabase ??= open(MOST_CONNECTIONS[as]);
  return memo.keyatlasDatabase.db;
}

/** The store's database: `DATABASE_URL`, or the embedded one that runs on the data folder. Opened at the first query. */
export function database(): Database {
  return openDatabase("web");
}

/** Everything in `work` or nothing. `work` awaits nothing but SQL on `tx`: other clients of the embedded database wait meanwhile. */
export function withTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().transaction(work);
}

export async function closeDatabase(): Promise<void> {
  const opened = memo.keyatlasDatabase;
  delete memo.keyatlasDatabase;
  await opened?.pool.end();
}

function open(max: number): Opened {
  const pool = new StorePool({ max, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000, allowExitOnIdle: true });
  // An idle connection that breaks has left the pool already; whoever asks next gets a new one or the refusal.
  pool.on("error", () => undefined);
  return { db: drizzle(pool, { schema }), pool };
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, release: (error?: Error | boolean) => void) => void;

/** Looks for the database anew at each connection, so that its restart on another socket is found. */
class StorePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    if (!callback) return new Promise((resolve, reject) => this.connect((error, client) => (client ? resolve(client) : reject(error))));
    const { databaseUrl, data } = env();
    const place = databaseUrl ? null : runningPlace(data);
    if (!databaseUrl && !place)
      return callback(new Refusal("store_unavailable", "The database is not running. Start it with npm start."), undefined, () => undefined);
    Object.assign(this.options, place ? { host: place.host, port: place.port, user: "postgres", database: "postgres" } : { connectionString: databaseUrl });
    super.connect((error, client, release) => callback(error && unreachable(error), client, release));
  }
}

function unreachable(error: Error): Refusal {
  const code = "code" in error && typeof error.code === "string" ? ` (${error.code})` : "";
  return new Refusal("store_unavailable", `The database cannot be reached${code}.`, null, error);
}
