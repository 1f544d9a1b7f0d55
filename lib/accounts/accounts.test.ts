import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount } from "#emulators/index.ts";
import type { Scope } from "../model/scope.ts";
import { Refusal } from "../model/refusal.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { database } from "../store/database.ts";
import { openSecret } from "../store/secrets.ts";
import { readSources } from "../store/sources.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { allowEmulators, connectWorldAccount, drain, storedRows } from "../sync/testing/sync-world.ts";
import { checkAccount } from "./check-account.ts";
import { connectAccount } from "./connect-account.ts";
import { editAccount } from "./edit-account.ts";
import { getAccount, listAccounts } from "./list-accounts.ts";
import { openConnection } from "./open-connection.ts";
import { removeAccount } from "./remove-account.ts";

let emulators: Emulators;
beforeAll(async () => { emulators = await startEmulators(); });
afterAll(() => emulators.close());
afterEach(() => { for (const cloud of Object.values(emulators.clouds)) cloud.faults.clear(); });

const worldAccount = (name: string): WorldAccount => {
  const found = emulators.world.accounts.find((account) => account.name === name);
  if (!found) throw new Error(`no account ${name}`);
  return found;
};
const payments = () => worldAccount("Payments prod");
const platform = () => worldAccount("EU platform");
const as = (role: Scope["role"], groups: Scope["groups"]): Scope => ({ actor: { kind: "user", id: "u", name: "U" }, role, groups });

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(() => { throw new Error("it succeeded"); }, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

describe("accounts", () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test("connecting asks who this is, seals the credential and queues the first reading", async () => {
    const account = await connectWorldAccount(emulators, payments());
    expect(account).toMatchObject({ name: "Payments prod", cloud: "alibaba", problem: null, credential: { type: "access-key", hint: expect.stringContaining("…") } });
    expect(account.identity?.principal).toBe(payments().principal.split(":").at(-1));
    const sources = await readSources(SYSTEM_SCOPE);
    expect(sources.map(({ region, state, outcome }) => [region, state, outcome])).toEqual(payments().regions.toSorted().map((region) => [region, "queued", "never"]));
    expect((await openSecret(account.id))?.credential).toEqual(payments().credential);
    const { rows } = await database().execute(sql`select a.*, s.* from accounts a join secrets s on s.account_id = a.id`);
    const secret = payments().credential.accessKeySecret ?? "";
    for (const text of [JSON.stringify(rows), JSON.stringify(account), inspect(await listAccounts(SYSTEM_SCOPE), { depth: 9 })]) {
      for (const form of [secret, Buffer.from(secret).toString("base64"), Buffer.from(secret).toString("hex")]) expect(text).not.toContain(form);
    }
    expect(JSON.stringify(account)).not.toContain(payments().cloudAccount);
  });

  test("projects are found, sub-projects too, or named by the account", async () => {
    const account = await connectWorldAccount(emulators, platform());
    const found = (await readSources(SYSTEM_SCOPE)).map(({ region, project }) => `${region} ${project}`);
    const wanted = platform().projects.filter(({ region }) => platform().regions.includes(region)).map(({ region, id }) => `${region} ${id}`);
    expect(found.sort()).toEqual(wanted.sort());
    const [project] = platform().projects.filter(({ region }) => region === "eu-west-101");
    await editAccount(SYSTEM_SCOPE, account.id, { regions: ["eu-west-101"], projects: { "eu-west-101": project?.id } });
    expect((await readSources(SYSTEM_SCOPE)).map(({ region, project: id }) => `${region} ${id}`)).toEqual([`eu-west-101 ${project?.id}`]);
  });

  test('regions "all" are those that the cloud names, and new ones are read', async () => {
    await connectWorldAccount(emulators, payments(), { regions: "all" });
    const regions = (await readSources(SYSTEM_SCOPE)).map(({ region }) => region);
    expect(regions).toEqual(expect.arrayContaining(payments().regions));
    expect(await listAccounts(SYSTEM_SCOPE)).toMatchObject([{ regions: "all" }]);
  });

  test("an account whose credential is refused is kept, unread, with the cloud's code and what to do", async () => {
    const account = await connectWorldAccount(emulators, payments(), { credential: { ...payments().credential, accessKeySecret: "canary-wrong-secret" } });
    expect(account).toMatchObject({ identity: null, problem: { code: expect.stringMatching(/^[A-Z]/), requestId: expect.any(String), message: expect.any(String) } });
    expect(JSON.stringify(account)).not.toContain("canary-wrong-secret");
    expect((await readSources(SYSTEM_SCOPE)).every(({ state, outcome }) => state === "idle" && outcome === "never")).toBe(true);
    expect(await drain()).toEqual([]);
  });

  test("the same cloud account and region is connected once; another region of it may be", async () => {
    await connectWorldAccount(emulators, payments(), { regions: ["cn-hangzhou", "cn-shanghai"], groups: ["secret-team"] });
    const twice = await refusal(connectWorldAccount(emulators, payments(), { name: "Other", regions: ["cn-shanghai", "eu-central-1"] }));
    expect(twice).toMatchObject({ code: "already_connected" });
    expect(twice.message).not.toMatch(/Payments|secret-team|\d{6}/);
    expect(await listAccounts(SYSTEM_SCOPE)).toHaveLength(1);
    const other = await connectWorldAccount(emulators, payments(), { name: "Other", regions: ["eu-central-1"] });
    expect(await refusal(editAccount(SYSTEM_SCOPE, other.id, { regions: ["eu-central-1", "cn-shanghai"] }))).toMatchObject({ code: "already_connected" });
    expect(await getAccount(SYSTEM_SCOPE, other.id)).toMatchObject({ regions: ["eu-central-1"] });
  });

  test("two at once cannot both connect the same place", async () => {
    const results = await Promise.allSettled([connectWorldAccount(emulators, payments(), { name: "One" }), connectWorldAccount(emulators, payments(), { name: "Two" })]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("an account that could not say who it is, and turns out to be connected already, reads nothing", async () => {
    emulators.clouds.alibaba.faults.add({ operation: "GetCallerIdentity", fault: { kind: "unavailable" } });
    const unknown = await connectWorldAccount(emulators, payments(), { name: "Unknown", regions: ["cn-hangzhou"] });
    expect(unknown.problem).not.toBeNull();
    emulators.clouds.alibaba.faults.clear();
    await database().execute(sql`update sources set queued_at = null`);
    await connectWorldAccount(emulators, payments(), { regions: ["cn-hangzhou"] });
    await drain();
    await database().execute(sql`update sources set queued_at = now()`);
    await drain();
    const [first, second] = await readSources(SYSTEM_SCOPE);
    expect([first?.problem?.code, second?.problem?.code].sort()).toEqual(["already_connected", undefined]);
    expect((await storedRows()).size).toBe(payments().keys.filter(({ region }) => region === "cn-hangzhou").length);
  }, 60_000);

  test("where nobody says who this is, the keys themselves do", async () => {
    emulators.clouds.alibaba.faults.add({ operation: "GetCallerIdentity", fault: { kind: "answer", status: 404, body: "no such thing" } });
    await connectWorldAccount(emulators, payments(), { regions: ["cn-hangzhou"] });
    expect((await drain()).map(({ end }) => end)).toEqual(["read"]);
    const { rows } = await database().execute(sql`select cloud_account from accounts`);
    expect(rows).toEqual([{ cloud_account: payments().cloudAccount }]);
  }, 60_000);

  test.each([
    ["a region that does not exist", { regions: ["mars-north-1"] }, "unknown_region", "regions"],
    ["a region that would be another host", { regions: ["evil.example/x"] }, "unknown_region", "regions"],
    ["no region", { regions: [] }, "invalid_body", "regions"],
    ["an endpoint outside the allow-list", { endpoints: { kms: "http://127.0.0.1:1/{region}" } }, "endpoint_not_allowed", "endpoints.kms"],
    ["an endpoint with a foreign host", { endpoints: { kms: "https://kms.{region}.aliyuncs.com.evil.example" } }, "endpoint_not_allowed", "endpoints.kms"],
    ["a service that the cloud lacks", { endpoints: { s3: "https://sts.aliyuncs.com" } }, "invalid_body", "endpoints.s3"],
    ["an unknown credential type", { credential: { type: "magic" } }, "invalid_body", "credential.type"],
    ["a missing secret", { credential: { type: "access-key", accessKeyId: "LTAI" } }, "credential_required", "credential.accessKeySecret"],
    ["a foreign credential field", { credential: { type: "access-key", accessKeyId: "LTAI", accessKeySecret: "x", shoeSize: "9" } }, "invalid_body", "credential.shoeSize"],
    ["an unknown cloud", { cloud: "nimbus" }, "invalid_body", "cloud"],
    ["an empty name", { name: "  " }, "invalid_body", "name"],
    ["a member that accounts do not have", { colour: "red" }, "invalid_body", "colour"],
    ["projects where there are none", { projects: { "cn-hangzhou": "p" } }, "invalid_body", "projects"],
  ])("%s is refused, naming the field", async (_, change, code, field) => {
    expect(await refusal(connectWorldAccount(emulators, payments(), change))).toMatchObject({ code, field });
    expect(await listAccounts(SYSTEM_SCOPE)).toEqual([]);
  });

  test("whatever is sent, the answer is a refusal and no fault", async () => {
    for (const input of [null, 7, "x", [], {}, { cloud: {} }, { ...payments(), credential: null }]) {
      expect(await refusal(connectAccount(SYSTEM_SCOPE, input))).toMatchObject({ code: "invalid_body" });
    }
  });

  test("a taken name is refused, a new name, group or region needs no secret", async () => {
    const one = await connectWorldAccount(emulators, payments(), { regions: ["cn-hangzhou", "cn-shanghai"] });
    const two = await connectWorldAccount(emulators, platform());
    expect(await refusal(editAccount(SYSTEM_SCOPE, two.id, { name: "Payments prod" }))).toMatchObject({ code: "name_taken", field: "name" });
    await drain();
    const edited = await editAccount(SYSTEM_SCOPE, one.id, { name: "Renamed", groups: ["b", "a", "b"], regions: ["cn-shanghai", "eu-central-1"] });
    expect(edited).toMatchObject({ name: "Renamed", groups: ["a", "b"], regions: ["cn-shanghai", "eu-central-1"], identity: one.identity });
    const sources = (await readSources(SYSTEM_SCOPE)).filter(({ account }) => account.id === one.id);
    expect(sources.map(({ region, state }) => [region, state])).toEqual([["cn-shanghai", "idle"], ["eu-central-1", "queued"]]);
    expect([...(await storedRows()).values()].some(({ region }) => region === "cn-hangzhou")).toBe(false);
    expect((await drain()).map(({ end }) => end)).toEqual(["read"]);
  });

  test("another cloud, endpoint, credential type or role asks for the secret again", async () => {
    const { id } = await connectWorldAccount(emulators, payments());
    const { accessKeyId = "" } = payments().credential;
    for (const edit of [
      { cloud: "huawei" }, { endpoints: {} }, { endpoints: { ...emulators.clouds.alibaba.endpoints, kms: `${emulators.clouds.huawei.origin}/{region}` } },
      { credential: { type: "access-key", accessKeyId, roleArn: "acs:ram::1:role/x" } },
    ]) expect(await refusal(editAccount(SYSTEM_SCOPE, id, edit))).toMatchObject({ code: "credential_required" });
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
    await editAccount(SYSTEM_SCOPE, account.id, { credential: worldAccount("Data lake").credential });
    expect((await storedRows()).size).toBe(0);
    await drain();
    const after = await storedRows();
    expect(after.size).toBeGreaterThan(0);
    for (const keyId of after.keys()) expect(before.has(keyId)).toBe(false);
  });

  test("each asker sees the accounts of their groups, and credential facts only from operator on", async () => {
    const { id } = await connectWorldAccount(emulators, payments(), { groups: ["payments"] });
    expect(await listAccounts(as("viewer", ["data"]))).toEqual([]);
    expect(await listAccounts(as("owner", []))).toEqual([]);
    for (const ask of [getAccount, removeAccount, checkAccount, openConnection] as const) {
      expect(await refusal(ask(as("owner", ["data"]), id))).toMatchObject({ code: "not_found" });
    }
    expect(await refusal(editAccount(as("owner", ["data"]), id, { name: "x" }))).toMatchObject({ code: "not_found" });
    expect(await getAccount(as("viewer", ["payments", "data"]), id)).toMatchObject({ credential: null, identity: null });
    expect((await getAccount(as("operator", ["payments"]), id)).credential).not.toBeNull();
  });

  test("who is limited to groups connects into these", async () => {
    const { groups: _, ...input } = { ...platform(), endpoints: emulators.clouds.huawei.endpoints };
    const { cloud, name, regions, credential, endpoints } = input;
    const body = { cloud, name, regions, credential, endpoints };
    expect(await refusal(connectAccount(as("operator", ["data"]), { ...body, groups: ["payments"] }))).toMatchObject({ code: "invalid_body", field: "groups" });
    expect(await connectAccount(as("operator", ["data"]), body)).toMatchObject({ groups: ["data"] });
  });

  test("a removed account leaves nothing behind", async () => {
    const { id } = await connectWorldAccount(emulators, payments(), { regions: ["cn-hangzhou"] });
    await drain();
    await removeAccount(SYSTEM_SCOPE, id);
    const { rows } = await database().execute(sql`select (select count(*) from accounts) + (select count(*) from secrets) + (select count(*) from sources) + (select count(*) from keys) + (select count(*) from key_details) as n`);
    expect(rows).toEqual([{ n: "0" }]);
    expect(await refusal(removeAccount(SYSTEM_SCOPE, id))).toMatchObject({ code: "not_found" });
  });

  test("the check tries each action and each region", async () => {
    const { id } = await connectWorldAccount(emulators, payments());
    emulators.clouds.alibaba.faults.add({ operation: "ListTagResources", fault: { kind: "deny" } });
    const report = await checkAccount(SYSTEM_SCOPE, id);
    expect(report.identity?.principal).toBe(payments().principal.split(":").at(-1));
    expect(Object.fromEntries(report.actions.map(({ action, result }) => [action, result]))).toMatchObject({ "kms:ListKeys": "allowed", "kms:DescribeKey": "allowed", "kms:ListTagResources": "denied" });
    expect(report.actions.find(({ result }) => result === "denied")).toMatchObject({ columns: ["tags"], code: expect.any(String), requestId: expect.any(String) });
    expect(Object.fromEntries(report.regions.map(({ region, result }) => [region, result]))).toEqual({ "cn-hangzhou": "read", "cn-shanghai": "read", "eu-central-1": "read", "ap-southeast-1": "denied" });
    expect(report.regions.find(({ region }) => region === "cn-hangzhou")?.claimed).toBe(payments().keys.filter(({ region }) => region === "cn-hangzhou").length);
    expect(report.ok).toBe(false);
    expect(JSON.parse(report.policy)).toBeTruthy();
  });
});
