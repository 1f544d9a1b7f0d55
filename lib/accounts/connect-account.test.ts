import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Emulators, startEmulators } from "#emulators/index.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { database } from "../store/database.ts";
import { openSecret } from "../store/secrets.ts";
import { readSources } from "../store/sources.ts";
import { useTestDatabase } from "../store/test-database.ts";
import { allowEmulators, connectWorldAccount, drain, storedRows } from "../sync/testing/sync-world.ts";
import { connectAccount } from "./connect-account.ts";
import { editAccount } from "./edit-account.ts";
import { getAccount, listAccounts } from "./list-accounts.ts";
import { refusal, worldAccount } from "./testing/people.ts";

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

describe("connecting an account", () => {
  useTestDatabase();
  beforeAll(() => allowEmulators(emulators));

  test("connecting asks who this is, seals the credential and queues the first reading", async () => {
    const account = await connectWorldAccount(emulators, payments());
    expect(account).toMatchObject({
      name: "Payments prod",
      cloud: "alibaba",
      problem: null,
      credential: { type: "access-key", hint: expect.stringContaining("…") },
    });
    expect(account.identity?.principal).toBe(payments().principal.split(":").at(-1));
    const sources = await readSources(SYSTEM_SCOPE);
    expect(sources.map(({ region, state, outcome }) => [region, state, outcome])).toEqual(
      payments()
        .regions.toSorted()
        .map((region) => [region, "queued", "never"]),
    );
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
    const wanted = platform()
      .projects.filter(({ region }) => platform().regions.includes(region))
      .map(({ region, id }) => `${region} ${id}`);
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
    expect(account).toMatchObject({
      identity: null,
      problem: { code: expect.stringMatching(/^[A-Z]/), requestId: expect.any(String), message: expect.any(String) },
    });
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
    const results = await Promise.allSettled([
      connectWorldAccount(emulators, payments(), { name: "One" }),
      connectWorldAccount(emulators, payments(), { name: "Two" }),
    ]);
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
    [
      "a foreign credential field",
      { credential: { type: "access-key", accessKeyId: "LTAI", accessKeySecret: "x", shoeSize: "9" } },
      "invalid_body",
      "credential.shoeSize",
    ],
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
});
