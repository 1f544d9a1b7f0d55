import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { database } from "../store/database.ts";
import { readSources } from "../store/sources.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { allowEmulators, connectWorldAccount, drain, storedRows } from "../sync/testing/sync-world.ts";
import { checkAccount } from "./check-account.ts";
import { connectAccount } from "./connect-account.ts";
import { editAccount } from "./edit-account.ts";
import { getAccount, listAccounts } from "./list-accounts.ts";
import { openConnection } from "./open-connection.ts";
import { removeAccount } from "./remove-account.ts";
import { refusal, scopeOf, worldAccount } from "./testing/people.ts";

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators();
});
afterAll(() => emulators.close());
afterEach(() => {
  for (const cloud of Object.values(emulators.clouds)) cloud.faults.clear();
});
const payments = () => worldAccount(emulators, "Payments prod");
const platform = () => worldAccount(emulators, "EU platform");

describe("a connected account", () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test("a taken name is refused, a new name, group or region needs no secret", async () => {
    const one = await connectWorldAccount(emulators, payments(), { regions: ["cn-hangzhou", "cn-shanghai"] });
    const two = await connectWorldAccount(emulators, platform());
    expect(await refusal(editAccount(SYSTEM_SCOPE, two.id, { name: "Payments prod" }))).toMatchObject({ code: "name_taken", field: "name" });
    await drain();
    const edited = await editAccount(SYSTEM_SCOPE, one.id, { name: "Renamed", groups: ["b", "a", "b"], regions: ["cn-shanghai", "eu-central-1"] });
    expect(edited).toMatchObject({ name: "Renamed", groups: ["a", "b"], regions: ["cn-shanghai", "eu-central-1"], identity: one.identity });
    const sources = (await readSources(SYSTEM_SCOPE)).filter(({ account }) => account.id === one.id);
    expect(sources.map(({ region, state }) => [region, state])).toEqual([
      ["cn-shanghai", "idle"],
      ["eu-central-1", "queued"],
    ]);
    expect([...(await storedRows()).values()].some(({ region }) => region === "cn-hangzhou")).toBe(false);
    expect((await drain()).map(({ end }) => end)).toEqual(["read"]);
  });

  test("a slow edit writes only what it names, and nothing where another changed what the cloud was asked with", async () => {
    const { id } = await connectWorldAccount(emulators, payments(), { regions: ["cn-hangzhou"], groups: ["payments", "contractors"] });
    const { calls, faults } = emulators.clouds.alibaba;
    /** Runs `quick` while the cloud is still to answer the slow one. */
    const during = async (slow: unknown, quick: unknown) => {
      faults.add({ operation: "DescribeRegions", times: 1, fault: { kind: "delay", ms: 2500 } });
      calls.clear();
      const slowly = editAccount(SYSTEM_SCOPE, id, slow);
      await Promise.all([
        slowly.catch(() => undefined),
        expect
          .poll(() => calls.of("DescribeRegions").length, { timeout: 30_000 })
          .toBeGreaterThan(0)
          .then(() => editAccount(SYSTEM_SCOPE, id, quick)),
      ]);
      return slowly;
    };
    const named = { name: "New name", groups: ["payments"], limits: { perSecond: 1, inFlight: null } };
    expect(await during({ regions: ["cn-hangzhou", "cn-shanghai"] }, named)).toMatchObject({ ...named, regions: ["cn-hangzhou", "cn-shanghai"] });
    const both = during({ regions: ["cn-shanghai"], name: "Not this" }, { regions: ["cn-hangzhou", "eu-central-1"] });
    expect(await refusal(both)).toMatchObject({ code: "conflict" });
    expect(await getAccount(SYSTEM_SCOPE, id)).toMatchObject({ ...named, regions: ["cn-hangzhou", "eu-central-1"] });
    expect((await readSources(SYSTEM_SCOPE)).map(({ region }) => region).sort()).toEqual(["cn-hangzhou", "eu-central-1"]);
  });

  test("another cloud, endpoint, credential type or role asks for the secret again", async () => {
    const { id } = await connectWorldAccount(emulators, payments());
    const { accessKeyId = "" } = payments().credential;
    for (const edit of [
      { cloud: "huawei" },
      { endpoints: {} },
      { endpoints: { ...emulators.clouds.alibaba.endpoints, kms: `${emulators.clouds.huawei.origin}/{region}` } },
      { credential: { type: "access-key", accessKeyId, roleArn: "acs:ram::1:role/x" } },
    ])
      expect(await refusal(editAccount(SYSTEM_SCOPE, id, edit))).toMatchObject({ code: "credential_required" });
    expect(await getAccount(SYSTEM_SCOPE, id)).toMatchObject({ cloud: "alibaba", endpoints: emulators.clouds.alibaba.endpoints });
  });

  test("a credential moved to another account, or an endpoint changed behind our back, does not open", async () => {
    const one = await connectWorldAccount(emulators, payments());
    const two = await connectWorldAccount(emulators, platform());
    await database().execute(sql`update accounts set endpoints = '{"kms":"https://evil.example"}' where id = ${one.id}`);
    await expect(openConnection(SYSTEM_SCOPE, one.id)).rejects.toThrow("does not open");
    await database().execute(sql`update secrets set sealed = (select sealed from secrets where account_id = ${one.id}) where account_id = ${two.id}`);
    await expect(openConnection(SYSTEM_SCOPE, two.id)).rejects.toThrow("does not open");
  });

  test("another account's credential takes the old account's keys away", async () => {
    const account = await connectWorldAccount(emulators, payments(), { regions: ["cn-hangzhou"] });
    await drain();
    const before = await storedRows();
    const told = () => database().execute(sql`select about = '{}' as about, cost is null and only_specs is null as rest from sources`);
    await database().execute(sql`update sources set only_specs = '["aes-256"]'`);
    expect((await told()).rows).toEqual([{ about: false, rest: false }]);
    await editAccount(SYSTEM_SCOPE, account.id, { credential: worldAccount(emulators, "Data lake").credential });
    expect((await storedRows()).size).toBe(0);
    expect((await told()).rows).toEqual([{ about: true, rest: true }]);
    await drain();
    const after = await storedRows();
    expect(after.size).toBeGreaterThan(0);
    for (const keyId of after.keys()) expect(before.has(keyId)).toBe(false);
  });

  test("each asker sees the accounts of their groups, and credential facts only from operator on", async () => {
    const { id } = await connectWorldAccount(emulators, payments(), { groups: ["payments"] });
    expect(await listAccounts(scopeOf("viewer", ["data"]))).toEqual([]);
    expect(await listAccounts(scopeOf("owner", []))).toEqual([]);
    for (const ask of [getAccount, removeAccount, checkAccount, openConnection] as const) {
      expect(await refusal(ask(scopeOf("owner", ["data"]), id))).toMatchObject({ code: "not_found" });
    }
    expect(await refusal(editAccount(scopeOf("owner", ["data"]), id, { name: "x" }))).toMatchObject({ code: "not_found" });
    expect(await getAccount(scopeOf("viewer", ["payments", "data"]), id)).toMatchObject({ credential: null, identity: null });
    expect((await getAccount(scopeOf("operator", ["payments"]), id)).credential).not.toBeNull();
  });

  test("who is limited to groups connects into these", async () => {
    const { groups: _, ...input } = { ...platform(), endpoints: emulators.clouds.huawei.endpoints };
    const { cloud, name, regions, credential, endpoints } = input;
    const body = { cloud, name, regions, credential, endpoints };
    expect(await refusal(connectAccount(scopeOf("operator", ["data"]), { ...body, groups: ["payments"] }))).toMatchObject({
      code: "invalid_body",
      field: "groups",
    });
    expect(await connectAccount(scopeOf("operator", ["data"]), body)).toMatchObject({ groups: ["data"] });
  });

  test("a removed account leaves nothing behind", async () => {
    const { id } = await connectWorldAccount(emulators, payments(), { regions: ["cn-hangzhou"] });
    await drain();
    await removeAccount(SYSTEM_SCOPE, id);
    const { rows } = await database().execute(
      sql`select (select count(*) from accounts) + (select count(*) from secrets) + (select count(*) from sources) + (select count(*) from keys) + (select count(*) from key_details) as n`,
    );
    expect(rows).toEqual([{ n: "0" }]);
    expect(await refusal(removeAccount(SYSTEM_SCOPE, id))).toMatchObject({ code: "not_found" });
  });

  test("the check tries each action and each region", async () => {
    const { id } = await connectWorldAccount(emulators, payments());
    emulators.clouds.alibaba.faults.add({ operation: "ListTagResources", fault: { kind: "deny" } });
    const report = await checkAccount(SYSTEM_SCOPE, id);
    expect(report.identity?.principal).toBe(payments().principal.split(":").at(-1));
    expect(Object.fromEntries(report.actions.map(({ action, result }) => [action, result]))).toMatchObject({
      "kms:ListKeys": "allowed",
      "kms:DescribeKey": "allowed",
      "kms:ListTagResources": "denied",
    });
    expect(report.actions.find(({ result }) => result === "denied")).toMatchObject({
      columns: ["tags"],
      code: expect.any(String),
      requestId: expect.any(String),
    });
    expect(Object.fromEntries(report.regions.map(({ region, result }) => [region, result]))).toEqual({
      "cn-hangzhou": "read",
      "cn-shanghai": "read",
      "eu-central-1": "read",
      "ap-southeast-1": "denied",
    });
    expect(report.regions.find(({ region }) => region === "cn-hangzhou")?.claimed).toBe(
      payments().keys.filter(({ region }) => region === "cn-hangzhou").length,
    );
    expect(report.ok).toBe(false);
    expect(JSON.parse(report.policy)).toBeTruthy();
  });
});
