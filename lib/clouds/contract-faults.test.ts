import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "#emulators/index.ts";
import type { Credential } from "#lib/model/account.ts";
import type { SourceAddress } from "#lib/model/source.ts";
import { CLOUDS, type CloudId } from "#lib/model/vocabulary.ts";
import { resetCredential } from "./credential-gate.ts";
import { cloudOf } from "./registry.ts";
import { failureOf } from "./testing/failure-of.ts";
import { openEmulated, sourcesOf } from "./testing/open-emulated.ts";
import { walkKeys } from "./walk-keys.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators({ pageSize: 5 });
});
afterAll(() => emulators.close());
afterEach(() => {
  for (const id of CLOUDS) emulators.clouds[id].faults.clear();
});

function accountOf(id: CloudId): WorldAccount {
  const account = emulators.world.accounts.find((each) => each.cloud === id);
  if (!account) throw new Error(`the world has no account of ${id}`);
  return account;
}

async function opened(id: CloudId, options: Parameters<typeof openEmulated>[2] = {}) {
  const account = accountOf(id);
  const [source] = await sourcesOf(openEmulated(emulators, account).connection, account);
  if (!source) throw new Error("no source");
  const faults = emulators.clouds[id].faults;
  return { ...openEmulated(emulators, account, options), account, source, faults };
}

/** Everything that a log, an answer or a crash report could show of an error. */
function everything(error: unknown): string {
  const parts = [inspect(error, { depth: 20, showHidden: true, getters: true }), JSON.stringify(error)];
  for (let link = error; link instanceof Error; link = link.cause) parts.push(String(link), link.stack ?? "", JSON.stringify({ ...link }));
  return parts.join("\n");
}

function secretsOf(id: CloudId, credential: Credential): string[] {
  const kind = cloudOf(id).credentials.find(({ type }) => type === credential.type);
  return (kind?.fields ?? []).filter((field) => field.secret && credential[field.name]).map((field) => credential[field.name] ?? "");
}

/** The same credential with its secrets spoilt, one after the other. */
function spoilt(id: CloudId, credential: Credential): Credential[] {
  const fields = cloudOf(id).credentials.find(({ type }) => type === credential.type)?.fields ?? [];
  return fields.filter((field) => field.secret && credential[field.name]).map((field) => ({ ...credential, [field.name]: `canary-${field.name}-7f3a9` }));
}

async function allKeys(connection: Parameters<typeof walkKeys>[0], source: SourceAddress): Promise<string[]> {
  const keyIds = new Set<string>();
  for await (const page of walkKeys(connection, source)) for (const item of page.items) keyIds.add(item.keyId);
  return [...keyIds].sort();
}

describe.each(CLOUDS)("%s when things go wrong", (id) => {
  it("names a bad login as auth with the cloud's code, asks at most twice, and rests until reset", async () => {
    const { account, source } = await opened(id);
    const wrong = [account.credential, ...account.otherCredentials].flatMap((credential) => spoilt(id, credential));
    expect(wrong.length).toBeGreaterThanOrEqual(3);
    for (const credential of wrong) {
      const { connection, reports, credentialKey } = openEmulated(emulators, account, { credential });
      const errors = [];
      for (let n = 0; n < 5; n++) errors.push(await failureOf(connection.listKeys(source)));
      for (const error of errors) {
        expect(error.kind).toBe("auth");
        expect(error.code).toMatch(/^[A-Z][\w.]+$/);
        expect(error.requestId).toBeTruthy();
        expect(error.advice).toBeTruthy();
        for (const secret of secretsOf(id, credential)) expect(everything(error)).not.toContain(secret);
      }
      expect(reports.length).toBe(2);
      resetCredential(credentialKey);
      await failureOf(connection.listKeys(source));
      expect(reports.length).toBe(3);
    }
  });

  it("holds callers back while a credential is untried, so that a wrong one is not tried by all of them", async () => {
    const { account, source } = await opened(id);
    for (const credential of spoilt(id, account.credential)) {
      const { connection, reports } = openEmulated(emulators, account, { credential });
      const errors = await Promise.all(Array.from({ length: 12 }, () => failureOf(connection.listKeys(source))));
      expect(new Set(errors.map((error) => error.kind))).toEqual(new Set(["auth"]));
      expect(reports.length).toBeGreaterThan(0);
      expect(reports.length).toBeLessThanOrEqual(2);
    }
  });

  it("tells a refused key and a missing key apart from one another", async () => {
    const { connection, source, faults } = await opened(id);
    const keyId = (await connection.listKeys(source)).items[0]?.keyId ?? "";
    const { call } = await connection.describeKey(source, keyId);
    faults.add({ operation: call.operation, keyId, fault: { kind: "deny" } });
    expect(await failureOf(connection.describeKey(source, keyId))).toMatchObject({
      kind: "forbidden",
      operation: call.operation,
      requestId: expect.any(String),
    });
    expect(await failureOf(connection.describeKey(source, "00000000-0000-4000-8000-000000000000"))).toMatchObject({ kind: "not-found" });
  });

  it("never reads a page twice without saying so", async () => {
    const { connection, source, faults } = await opened(id);
    faults.add({ nth: 2, fault: { kind: "repeat-page" } });
    expect(await failureOf(allKeys(connection, source))).toMatchObject({ kind: "protocol" });
  });

  it("survives throttles and failing servers, and counts them", async () => {
    const { connection, source, faults, reports, account } = await opened(id);
    const wanted = account.keys
      .filter((key) => key.region === source.region && key.project === source.project)
      .map((key) => key.keyId)
      .sort();
    faults.add({ nth: 3, times: 2, fault: { kind: "throttle" } });
    faults.add({ nth: 7, times: 2, fault: { kind: "unavailable" } });
    faults.add({ nth: 12, times: 1, fault: { kind: "reset" } });
    faults.add({ nth: 14, times: 1, fault: { kind: "html", status: 502 } });
    expect(await allKeys(connection, source)).toEqual(wanted);
    expect(reports.filter((report) => report.throttled).length).toBe(2);
  });

  it("gives up on what stays throttled or down, in the cloud's words", async () => {
    const { connection, source, faults, reports } = await opened(id);
    faults.add({ region: source.region, fault: { kind: "throttle" } });
    expect(await failureOf(connection.listKeys(source))).toMatchObject({ kind: "throttled", status: 429 });
    expect(reports.filter((report) => report.region !== null).length).toBe(4);
    faults.clear();
    faults.add({ region: source.region, fault: { kind: "unavailable" } });
    expect(await failureOf(connection.listKeys(source))).toMatchObject({ kind: "unavailable", status: expect.any(Number) });
  });

  it.each([
    { kind: "html" },
    { kind: "cut" },
    { kind: "empty" },
    { kind: "redirect", location: "http://127.0.0.1:1/" },
    { kind: "answer", status: 200, body: "{}" },
    { kind: "answer", status: 200, body: "[]" },
    { kind: "answer", status: 200, body: "null" },
    { kind: "rewrite", rewrite: () => ({ hello: "world" }) },
  ] as const)("takes $kind for nonsense, and never for an empty list", async (fault) => {
    const { connection, source, faults, reports } = await opened(id);
    const keyId = (await connection.listKeys(source)).items[0]?.keyId ?? "";
    const before = reports.length;
    faults.add({ region: source.region, fault });
    expect(await failureOf(connection.listKeys(source))).toMatchObject({ kind: "protocol" });
    expect(await failureOf(connection.describeKey(source, keyId))).toMatchObject({ kind: "protocol" });
    for (const sweep of connection.sweeps)
      expect(await failureOf(sweep.page(source, { pageToken: null, keyIds: [keyId] }))).toMatchObject({ kind: "protocol" });
    expect(reports.length - before).toBe(2 + connection.sweeps.length);
  });

  it("stops when the caller gives up, whether it waits for an answer, a permit or the next try", async () => {
    const giveUp = new AbortController();
    const { connection, source, faults } = await opened(id, {
      signal: giveUp.signal,
      pace: { perSourceInFlight: 1, throttleFloorMs: 5_000, pauseCapMs: 10_000 },
    });
    await connection.listKeys(source);
    faults.add({ region: source.region, times: 1, fault: { kind: "throttle" } });
    faults.add({ region: source.region, nth: 2, fault: { kind: "hang" } });
    const waiting = [connection.listKeys(source), connection.listKeys(source), connection.listKeys(source)];
    const settled = Promise.allSettled(waiting);
    setTimeout(() => giveUp.abort(new Error("enough")), 40);
    const startedAt = performance.now();
    expect((await settled).map((each) => (each.status === "rejected" ? String(each.reason) : each.status))).toEqual(Array(3).fill("Error: enough"));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it("ends a call that hangs by itself", async () => {
    const { connection, source, faults } = await opened(id, { pace: { headersMs: 40, tries: 2 } });
    await connection.listKeys(source);
    faults.add({ region: source.region, fault: { kind: "hang" } });
    expect(await failureOf(connection.listKeys(source))).toMatchObject({ kind: "unavailable" });
  });

  it("renews what runs out in the middle of a listing, once", async () => {
    const { account, source } = await opened(id);
    const renewable = [account.credential, ...account.otherCredentials].find((credential) => credential.type === "password" || credential.roleArn);
    const { connection, reports } = openEmulated(emulators, account, { credential: renewable });
    await connection.listKeys(source);
    const signIns = () => reports.filter((report) => report.region === null && report.status !== null).length;
    const before = signIns();
    emulators.clouds[id].faults.add({ region: source.region, nth: 2, times: 1, fault: { kind: "expire-token" } });
    expect((await allKeys(connection, source)).length).toBeGreaterThan(5);
    expect(signIns() - before).toBe(1);
  });
});
