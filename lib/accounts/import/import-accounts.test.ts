import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import type { Scope } from "../../model/scope.ts";
import { SYSTEM_SCOPE } from "../../model/system-scope.ts";
import { useTestDatabase } from "../../store/test-database.ts";
import { allowEmulators, connectWorldAccount } from "../../sync/testing/sync-world.ts";
import { listAccounts } from "../list-accounts.ts";
import { scopeOf, worldAccount } from "../testing/people.ts";
import { importAccounts } from "./import-accounts.ts";
import { IMPORT } from "./import-input.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
});
afterAll(() => emulators.close());
afterEach(() => {
  for (const cloud of Object.values(emulators.clouds)) {
    cloud.faults.clear();
    cloud.calls.clear();
  }
});

const SECRET = "canary-0a1b2c3d4e5f";
const bodyOf = (name: string, change: Record<string, unknown> = {}) => {
  const { cloud, regions, credential } = worldAccount(emulators, name);
  return { cloud, name, regions, credential, endpoints: emulators.clouds[cloud].endpoints, ...change };
};
const bodies = () => emulators.world.accounts.map(({ name }) => bodyOf(name));
const callsMade = () => Object.values(emulators.clouds).reduce((sum, { calls }) => sum + calls.all().length, 0);

function run(accounts: unknown[], { dryRun = false, scope = SYSTEM_SCOPE, signal = new AbortController().signal }: Partial<Run> = {}) {
  const faults: unknown[] = [];
  const report = importAccounts(scope, IMPORT.parse({ accounts }).rows, { dryRun, signal, onFault: (error) => faults.push(error) });
  return report.then((done) => {
    expect(faults).toEqual([]);
    return done;
  });
}
interface Run {
  dryRun: boolean;
  scope: Scope;
  signal: AbortSignal;
}

describe("importing accounts", { timeout: 60_000 }, () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test("a dry run calls no cloud and connects nothing; the real one then connects what it found ready", async () => {
    const given = bodies();
    const dry = await run(given, { dryRun: true });
    expect(dry).toMatchObject({ connected: 0, refused: 0 });
    expect(dry.rows).toEqual(given.map(({ name }, i) => ({ line: i + 1, name, result: "ready" })));
    expect([callsMade(), await listAccounts(SYSTEM_SCOPE)]).toEqual([0, []]);
    const real = await run(given);
    expect(real).toMatchObject({ connected: given.length, refused: 0 });
    expect(real.rows.map(({ line, name, account }) => [line, name, account?.name])).toEqual(given.map(({ name }, i) => [i + 1, name, name]));
    expect((await listAccounts(SYSTEM_SCOPE)).map(({ name }) => name).sort()).toEqual(given.map(({ name }) => name).sort());
  });

  test("one bad row never stops the others, and each says what is wrong where", async () => {
    const good = bodyOf("Payments prod", { regions: ["cn-hangzhou"] });
    const rows = [
      null,
      { ...good, name: "A", cloud: "nimbus" },
      { ...good, name: "B", regions: ["mars-north-1x", SECRET] },
      { ...good, name: "C", endpoints: { kms: "http://127.0.0.1:1/{region}" } },
      { ...good, name: "D", credential: { type: "access-key", accessKeyId: "LTAI" } },
      { ...good, name: "E", colour: "red" },
      { ...good, name: "F", limits: { perSecond: 0 } },
      good,
    ];
    const { rows: told, ...counts } = await run(rows);
    expect(counts).toEqual({ connected: 1, refused: 7 });
    expect(told.map(({ error }) => error && [error.code, error.field])).toEqual([
      ["invalid_body", null],
      ["invalid_body", "cloud"],
      ["unknown_region", "regions"],
      ["endpoint_not_allowed", "endpoints.kms"],
      ["credential_required", "credential.accessKeySecret"],
      ["invalid_body", null],
      ["invalid_body", "limits.perSecond"],
      undefined,
    ]);
    expect(told.at(-1)).toMatchObject({ line: 8, result: "connected", account: { name: "Payments prod" } });
  });

  test("a name or a place that is taken, in the house or by an earlier row, is refused without a call", async () => {
    await connectWorldAccount(emulators, worldAccount(emulators, "EU platform"));
    for (const { calls } of Object.values(emulators.clouds)) calls.clear();
    const one = bodyOf("Payments prod", { regions: ["cn-hangzhou", "cn-shanghai"] });
    const rows = [
      { ...one, name: "EU platform" },
      one,
      { ...one, regions: ["eu-central-1"] },
      { ...one, name: "Overlaps", regions: ["cn-shanghai"] },
      { ...one, name: "All", regions: "all" },
      { ...one, name: "Beside it", regions: ["eu-central-1"] },
    ];
    const { rows: told } = await run(rows, { dryRun: true, scope: scopeOf("operator", ["nobody's"]) });
    expect(told.map(({ result, error }) => [result, error?.code, error?.message])).toEqual([
      ["refused", "name_taken", "There is an account of this name already."],
      ["ready", undefined, undefined],
      ["refused", "name_taken", "Line 2 has this name."],
      ["refused", "already_connected", expect.stringContaining("Line 2")],
      ["refused", "already_connected", expect.stringContaining("Line 2")],
      ["ready", undefined, undefined],
    ]);
    expect(callsMade()).toBe(0);
  });

  test("two projects of a region are two places", async () => {
    const one = bodyOf("EU platform", { regions: ["eu-west-101"], projects: { "eu-west-101": "p1" } });
    const rows = [one, { ...one, name: "Second", projects: { "eu-west-101": "p2" } }, { ...one, name: "Third", projects: {} }];
    expect((await run(rows, { dryRun: true })).rows.map(({ result }) => result)).toEqual(["ready", "ready", "refused"]);
  });

  test("what only the cloud can say is said row by row: a wrong secret is kept with its problem, a place taken is refused", async () => {
    const payments = bodyOf("Payments prod", { regions: ["cn-hangzhou"] });
    await connectWorldAccount(emulators, worldAccount(emulators, "Payments prod"), { regions: ["cn-hangzhou"] });
    const platform = worldAccount(emulators, "EU platform");
    const rows = [{ ...payments, name: "Again" }, bodyOf("EU platform", { name: "Wrong", credential: { ...platform.credential, password: SECRET } })];
    const report = await run(rows);
    expect(report).toMatchObject({ connected: 1, refused: 1 });
    expect(report.rows[0]).toMatchObject({ result: "refused", error: { code: "already_connected", field: "regions" } });
    expect(report.rows[1]).toMatchObject({ result: "connected", problem: { code: expect.any(String), operation: expect.any(String) } });
    expect(inspect(report, { depth: 9 })).not.toContain(SECRET);
  });

  test("one mistyped secret in many rows is refused twice, once more for each import, and never locks the key", async () => {
    const { regions, credential } = worldAccount(emulators, "Security tools");
    const wanted = [...regions, "cn-south-1", "cn-north-9", "la-south-2", "af-south-1"];
    const rows = (secretAccessKey: string) =>
      wanted.map((region, i) =>
        bodyOf("Security tools", { name: `T${secretAccessKey.length}-${i}`, regions: [region], credential: { ...credential, secretAccessKey } }),
      );
    const report = await run(rows("mistyped"));
    expect(report).toMatchObject({ connected: wanted.length, refused: 0 });
    for (const row of report.rows) expect(row.problem?.code).toMatch(/^APIG/);
    expect(callsMade()).toBe(2);
    await run(rows("mistyped").map((row) => ({ ...row, name: `${row.name} again` })));
    expect(callsMade()).toBe(3);
    const [right] = (await run(rows(credential.secretAccessKey ?? "").slice(0, 1))).rows;
    expect(right).toMatchObject({ result: "connected" });
    expect(right?.problem).toBeUndefined();
  });

  test("groups are the asker's own", async () => {
    const scope = scopeOf("operator", ["payments"]);
    const rows = [bodyOf("Payments prod", { groups: ["platform"] }), bodyOf("EU platform", {})];
    expect((await run(rows, { dryRun: true, scope })).rows.map(({ result, error }) => [result, error?.field])).toEqual([
      ["refused", "groups"],
      ["ready", undefined],
    ]);
  });

  test.each([
    ["in the wrong cell", { regions: [SECRET] }],
    ["as an endpoint", { endpoints: { kms: SECRET } }],
    ["as a member", { [SECRET]: "x" }],
    ["as a credential field", { credential: { type: "access-key", [SECRET]: "x" } }],
    ["as a service", { endpoints: { [SECRET]: "https://sts.aliyuncs.com" } }],
    ["as a region with a project", { projects: { [SECRET]: "p" } }],
    ["as the credential's type", { credential: { type: SECRET } }],
    ["as the cloud", { cloud: SECRET }],
    ["as the name, and in its place", { name: SECRET, credential: { type: "access-key", accessKeyId: "LTAI", accessKeySecret: SECRET }, regions: ["x"] }],
    ["in a limit", { limits: { perSecond: SECRET } }],
    ["in a limit's name", { limits: { [SECRET]: 1 } }],
  ])("a secret %s is in no answer", async (_, change) => {
    for (const name of ["Payments prod", "EU platform"]) {
      const report = await run([bodyOf(name, change)], { dryRun: true });
      expect(report.refused).toBe(1);
      expect(inspect(report, { depth: 9 })).not.toContain(SECRET);
    }
  });

  test("when the asker goes away nothing new is begun", async () => {
    // Of the first four the first call is answered late: a refused one would be answered at once.
    for (const { faults } of Object.values(emulators.clouds)) faults.add({ times: 4, fault: { kind: "delay", ms: 2_000 } });
    const gone = new AbortController();
    const given = bodies();
    expect(given.length).toBeGreaterThan(4);
    const report = run(given, { signal: gone.signal });
    await vi.waitFor(() => expect(callsMade()).toBeGreaterThan(3), { timeout: 30_000, interval: 5 });
    gone.abort();
    const { rows: told } = await report;
    expect(told.length).toBe(4);
    expect((await listAccounts(SYSTEM_SCOPE)).length).toBe(4);
  });
});
