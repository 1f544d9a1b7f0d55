import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { findPostgres, startPostgres } from "#scripts/steps/postgres.mjs";
import { forgetEnv } from "../env.ts";
import { closeDatabase, database } from "./database.ts";
import { runDatabase } from "./embedded/run-database.ts";
import { forgetMasterKeys } from "./master-keys.ts";
import { migrate } from "./migrate.ts";

/** The databases that the store runs on: suites of this room run on both, others on the embedded one. */
export const DATABASE_KINDS = ["embedded", "server"] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** A first start of the embedded database takes seconds: done once a machine and version, then copied. */
const TEMPLATE = path.join(tmpdir(), `keyatlas-template-0.5.14-${process.getuid?.() ?? 0}`);

/**
 * Gives the suite that calls it a database of its own, migrated, empty before each test, in a data folder of its own, with a random master key.
 * The settings of the process point to it (`KEYATLAS_DATA`, `DATABASE_URL`, `KEYATLAS_KEYS`).
 */
export function useTestDatabase(kind: DatabaseKind = "embedded"): void {
  let stop: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    const data = mkdtempSync(path.join(tmpdir(), "keyatlas-data-"));
    const started = kind === "embedded" ? await startEmbedded(data) : await startServer();
    const before = { ...process.env };
    Object.assign(process.env, { KEYATLAS_DATA: data, DATABASE_URL: started.url ?? "", KEYATLAS_KEYS: newKeys() });
    forgetEnv();
    forgetMasterKeys();
    await migrate();
    stop = async () => {
      await closeDatabase();
      await started.stop();
      process.env = before;
      forgetEnv();
      rmSync(data, { recursive: true, force: true });
    };
  });
  beforeEach(async () => {
    await emptyTables();
    // A new one each time also gives credentials new names, so that no budget or breaker is shared between tests.
    process.env.KEYATLAS_KEYS = newKeys();
    forgetEnv();
    forgetMasterKeys();
  });
  afterAll(() => stop());
}

const newKeys = () => `test:${randomBytes(32).toString("base64")}`;

async function emptyTables(): Promise<void> {
  const { rows } = await database().execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by tablename`,
  );
  await database().execute(
    sql`truncate ${sql.join(
      rows.map(({ name }) => sql.identifier(name)),
      sql`, `,
    )} cascade`,
  );
}

interface Started {
  url: string | null;
  stop(): Promise<void>;
}

async function startEmbedded(data: string): Promise<Started> {
  await copyFirstStart(data);
  const { stop } = await runDatabase(data, () => undefined);
  return { url: null, stop };
}

/** Gives a data folder an embedded database that was started once before. */
export async function copyFirstStart(data: string): Promise<void> {
  if (!existsSync(TEMPLATE)) {
    const fresh = mkdtempSync(`${TEMPLATE}-new-`);
    await (await runDatabase(fresh, () => undefined)).stop();
    // Two suites may make it at once: the second finds the place taken and throws its own away.
    if (!existsSync(TEMPLATE)) renameSync(path.join(fresh, "pg"), TEMPLATE);
    rmSync(fresh, { recursive: true, force: true });
  }
  cpSync(TEMPLATE, path.join(data, "pg"), { recursive: true });
}

/** The server of `KEYATLAS_TEST_DATABASE_URL`, or one that is started for this suite; in it a database of its own. */
async function startServer(): Promise<Started> {
  const given = process.env.KEYATLAS_TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startPostgres(await findPostgres());
  const name = `keyatlas_test_${randomBytes(6).toString("hex")}`;
  const admin = async (statement: string) => {
    const client = new pg.Client(server.url);
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await admin(`create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async stop() {
      await admin(`drop database ${name} with (force)`);
      await server.stop();
    },
  };
}
