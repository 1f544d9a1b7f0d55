import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { copyFirstStart } from "../test-database.ts";
import { isRunning } from "./process-identity.ts";
import { type Place, runningPlace } from "./place.ts";

let data: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  data = mkdtempSync(path.join(tmpdir(), "keyatlas-db-"));
  await copyFirstStart(data);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(data, { recursive: true, force: true });
});

function start(folder = data) {
  const child = spawn(process.execPath, ["scripts/database.ts"], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, KEYATLAS_DATA: folder } });
  children.push(child);
  const out = { child, said: "", ready: null as Place | null, ended: once(child, "exit") };
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    out.said += text;
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out.ready = JSON.parse(text) as Place;
  });
  return out;
}

async function started(folder = data) {
  const out = start(folder);
  await vi.waitFor(() => expect(out.ready ?? out.said).toMatchObject({ port: expect.any(Number) }), { timeout: 60_000, interval: 20 });
  return { ...out, place: out.ready as Place };
}

const open = ({ host, port }: Place, max = 4) => {
  const pool = new pg.Pool({ host, port, user: "postgres", database: "postgres", max });
  pool.on("error", () => undefined);
  return pool;
};

/** A first start of the database is seconds of work for a whole processor: with others at it, a minute. */
describe("the embedded database", { timeout: 90_000 }, () => {
  test("has one owner at a time, keeps to itself, and ends cleanly", async () => {
    const first = await started();
    expect(statSync(path.join(data, "run")).mode & 0o077).toBe(0);
    expect(runningPlace(data)).toMatchObject({ pid: first.child.pid, host: path.join(data, "run") });
    const second = start();
    expect(await second.ended).toEqual([1, null]);
    expect(second.said).toBe(`The data folder ${data} is in use by process ${first.child.pid}.\n`);
    first.child.kill("SIGTERM");
    expect(await first.ended).toEqual([0, null]);
    expect(readdirSync(path.join(data, "run"))).toEqual([]);
    expect(runningPlace(data)).toBeNull();
  });

  test("keeps every acknowledged write through kill -9, and takes the dead one's lock over with a line", async () => {
    const first = await started();
    const pool = open(first.place);
    await pool.query("create table t (n int primary key)");
    const acknowledged: number[] = [];
    const writing = Promise.all(
      Array.from({ length: 4 }, async (_, lane) => {
        for (let n = lane; ; n += 4) {
          await pool.query("insert into t values ($1)", [n]);
          acknowledged.push(n);
        }
      }),
    );
    const stopped = writing.catch((error: unknown) => error);
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(200), { timeout: 40_000, interval: 5 });
    first.child.kill("SIGKILL");
    await stopped;
    await pool.end();
    const second = await started();
    expect(second.said).toBe(`Took over the lock of process ${first.child.pid}, which is gone.\n`);
    const again = open(second.place);
    const { rows } = await again.query<{ n: number }>("select n from t");
    const kept = new Set(rows.map(({ n }) => n));
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
    await again.end();
  });

  test("a first start that was cut off is put aside and begun anew", async () => {
    rmSync(path.join(data, "pg"), { recursive: true });
    mkdirSync(path.join(data, "pg"));
    writeFileSync(path.join(data, "pg", "PG_VERSION"), "18\n");
    const { said, place } = await started();
    expect(said).toContain("was cut off");
    const pool = open(place);
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test("a folder too deep for a socket path gets its socket elsewhere", async () => {
    const deep = path.join(data, ..."abcdefgh".split("").map((letter) => letter.repeat(12)));
    await copyFirstStart(deep);
    const { place, child, ended } = await started(deep);
    expect(place.host.length).toBeLessThan(90);
    const pool = open(place);
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await pool.end();
    child.kill("SIGTERM");
    await ended;
    expect(existsSync(place.host)).toBe(false);
  });

  test("clients do not see each other's statements, and one that dies in a transaction holds nobody up", async () => {
    const { place } = await started();
    const pool = open(place, 8);
    await pool.query("create table t (n int primary key)");
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, n) => {
        if (n % 5 === 4) return pool.query("select $1::int / 0", [n]).catch((error: Error) => (error.message === "division by zero" ? n : -1));
        return n % 2
          ? (await pool.query("select $1::int as n", [n])).rows[0]?.n
          : Number((await pool.query("select $1::text as s, $2::int as n", [`${n}`, 1])).rows[0]?.s);
      }),
    );
    expect(answers).toEqual(Array.from({ length: 300 }, (_, n) => n));
    const dying = await pool.connect();
    dying.on("error", () => undefined);
    await dying.query("begin");
    await dying.query("insert into t values (1)");
    const waiting = pool.query("select count(*)::int as n from t");
    const { stream } = (dying as unknown as { connection: { stream: { destroy(): void } } }).connection;
    stream.destroy();
    expect((await waiting).rows).toEqual([{ n: 0 }]);
    dying.release(true);
    await pool.end();
  });

  test("bytes that are no PostgreSQL are dropped, and others served on", async () => {
    const { place } = await started();
    const socket = connect(path.join(place.host, ".s.PGSQL.5432"));
    socket.on("error", () => undefined);
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await once(socket, "close");
    const pool = open(place);
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test("ends when its parent does", async () => {
    const script = `const { spawn } = require("node:child_process"); const child = spawn(process.execPath, ["scripts/database.ts"], { stdio: ["ignore", "pipe", "ignore"] }); child.stdout.on("data", () => process.exit());`;
    const parent = spawn(process.execPath, ["-e", script], { env: { ...process.env, KEYATLAS_DATA: data }, stdio: "ignore" });
    const place = await vi.waitFor(() => runningPlace(data) ?? Promise.reject(new Error("not yet")), { timeout: 60_000, interval: 10 });
    if (parent.exitCode === null) await once(parent, "exit");
    await vi.waitFor(() => expect(isRunning(place)).toBe(false), { timeout: 20_000, interval: 50 });
  });
});
