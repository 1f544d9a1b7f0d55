import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requireScope } from "#lib/auth/require-scope.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { forgetEnv } from "#lib/env.ts";
import { database } from "#lib/store/database.ts";
import { forgetMasterKeys } from "#lib/store/master-keys.ts";
import { accounts, sources, tokens } from "#lib/store/schema.ts";
import { openSecret, saveSecret, sealCredential } from "#lib/store/secrets.ts";
import { useTestDatabase } from "#lib/store/test-database.ts";

const SCRIPT = path.join(import.meta.dirname, "keyatlas.ts");
const AT = "2026-11-22T06:00:00.000Z";
const PASSWORD = "a long enough password";

async function keyatlas(args: string[], input = "", env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [SCRIPT, ...args], { env: { ...process.env, ...env }, stdio: "pipe" });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise((resolve) => child.once("close", resolve))]);
  return { code, out, err };
}

describe("beside a running database", () => {
  useTestDatabase();

  test("token create prints just the token, and the token opens the API", async () => {
    const { code, out } = await keyatlas([
      "token",
      "create",
      "--name",
      "ci",
      "--role",
      "operator",
      "--group",
      "payments",
      "--group",
      "platform",
      "--expires",
      "90d",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^kat_[A-Za-z0-9_-]{43}\n$/);
    const scope = await requireScope(new Headers({ authorization: `Bearer ${out.trim()}` }));
    expect(scope).toMatchObject({ actor: { name: "ci" }, role: "operator", groups: ["payments", "platform"] });
    const [token] = await database().select().from(tokens);
    expect(Date.parse(token?.expiresAt ?? "") - Date.now()).toBeCloseTo(90 * 86_400_000, -6);
  });

  test("a user is created, gets a new password, and is disabled", async () => {
    const owner = await keyatlas(["user", "create", "--email", "Owner@x.org", "--role", "owner"], `${PASSWORD}\n`);
    expect(owner).toEqual({ code: 0, out: "Created owner@x.org (owner).\n", err: "" });
    await keyatlas(["user", "create", "--email", "ada@x.org", "--role", "viewer", "--name", "Ada"], PASSWORD);
    const ada = (password: string) => signIn({ email: "ada@x.org", password, address: "direct" });
    expect(await ada(PASSWORD)).toMatchObject({ name: "Ada", role: "viewer", groups: null });
    expect((await keyatlas(["user", "password", "--email", "ada@x.org"], "quite another password")).code).toBe(0);
    await expect(ada(PASSWORD)).rejects.toMatchObject({ code: "unauthenticated" });
    await ada("quite another password");
    expect((await keyatlas(["user", "disable", "--email", "ada@x.org"])).code).toBe(0);
    await expect(ada("quite another password")).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await keyatlas(["user", "disable", "--email", "owner@x.org"])).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/^This is the last owner/),
    });
  });

  test("rekey, killed or not, beside a running database: told in lines, and nothing is lost", async () => {
    const [k1, k2] = ["k1", "k2"].map((id) => `${id}:${randomBytes(32).toString("base64")}`);
    const more = { groups: [], endpoints: {}, projects: {}, credentialType: "t", credentialHint: "", credentialSetAt: AT, createdAt: AT };
    const under = (keys: string) => {
      process.env.KEYATLAS_KEYS = keys;
      forgetEnv();
      forgetMasterKeys();
    };
    under(`${k1}`);
    const ids = Array.from({ length: 250 }, (_, n) => `acc${String(n).padStart(9, "0")}`);
    await database()
      .insert(accounts)
      .values(ids.map((id) => ({ id, cloud: "huawei", name: id, ...more })));
    for (const id of ids) await saveSecret(database(), id, await sealCredential(id, 1, { cloud: "huawei", endpoints: {} }, { type: "t", secret: id }));
    under(`${k2},${k1}`);
    const child = spawn(process.execPath, [SCRIPT, "rekey"], { stdio: ["ignore", "ignore", "pipe"] });
    const closed = new Promise((resolve) => child.once("close", resolve));
    await Promise.race([new Promise((resolve) => child.stderr.once("data", resolve)), closed]);
    child.kill("SIGKILL");
    await closed;
    for (const id of ids) expect((await openSecret(id))?.credential).toEqual({ type: "t", secret: id });
    const { code, out } = await keyatlas(["rekey"]);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^Resealed \d+ credentials with "k2"\.\nNo credential needs an older key\.\nMay be dropped from KEYATLAS_KEYS: "k1"\.\n$/),
    ]);
    under(`${k2}`);
    for (const id of ids) expect((await openSecret(id))?.credential).toEqual({ type: "t", secret: id });

    const last = await keyatlas(["rekey"], "", { KEYATLAS_KEYS: `k3:${randomBytes(32).toString("base64")}` });
    expect(last.code).toBe(1);
    expect(last.out).toContain(
      'acc000000249). The sealed value of secrets acc000000249 needs the master key "k2", which KEYATLAS_KEYS does not name.\n250 credentials',
    );
    expect(last.out).toContain("restart every process that runs without it");
  });

  test("sync queues what is there", async () => {
    expect((await keyatlas(["sync"])).code).toBe(0);
    expect(await database().$count(sources)).toBe(0);
    expect(await keyatlas(["sync", "--account", "000000000000"])).toMatchObject({ code: 1, out: "" });
  });

  test.each([
    [["token", "create", "--name", "x", "--role", "king"], "--role is one of viewer, auditor, operator, owner."],
    [["token", "create", "--role", "owner"], "token create needs --name. Usage: token create"],
    [["token", "create", "--name", "x", "--role", "owner", "--expires", "soon"], "--expires takes 90d"],
    [["token", "create", "--name", "x", "--role", "owner", "--email", "e"], "token create takes no --email"],
    [["user", "create", "--email", "a@x.org", "--role", "viewer"], "The password needs at least 12 characters."],
    [["user", "password", "--email", "nobody@x.org"], "No user has this e-mail."],
    [["frobnicate"], 'There is no command "frobnicate".'],
    [["token", "create", "--nonsense"], "Unknown option '--nonsense'"],
  ])("%j is refused in one sentence", async (args, sentence) => {
    const { code, out, err } = await keyatlas(args, "short");
    expect([code, out]).toEqual([1, ""]);
    expect(err.startsWith(sentence), err).toBe(true);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("help names every command", async () => {
    const { code, out } = await keyatlas(["help"]);
    expect(code).toBe(0);
    for (const name of ["token create", "user create", "user password", "user disable", "sync", "rekey"]) expect(out).toContain(name);
  });
});

describe("without a running database", () => {
  let data: string;
  beforeAll(() => {
    data = mkdtempSync(path.join(tmpdir(), "keyatlas-cli-"));
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  test("two commands at once share the folder, one after the other, and leave nothing running", async () => {
    const env = { KEYATLAS_DATA: data, DATABASE_URL: "", KEYATLAS_KEYS: "" };
    const create = () => keyatlas(["token", "create", "--name", "ci", "--role", "owner"], "", env);
    const both = await Promise.all([create(), create()]);
    for (const { code, out, err } of both) expect([code, /^kat_[A-Za-z0-9_-]{43}\n$/.test(out)], err).toEqual([0, true]);
    expect(existsSync(path.join(data, "run", "database.json"))).toBe(false);
    expect(existsSync(path.join(data, "run", "database.lock"))).toBe(false);
  });

  test("a server that does not answer is named in one sentence", async () => {
    const { code, out, err } = await keyatlas(["user", "disable", "--email", "a@x.org"], "", { DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^The database cannot be reached \(ECONNREFUSED\)\.\n$/);
  });
});
