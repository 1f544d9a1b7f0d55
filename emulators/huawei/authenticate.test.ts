import { afterEach, beforeEach, expect, test } from "vitest";
import { type Emulator, type Emulators, startEmulators, type WorldAccount, type WorldProject } from "../index.ts";
import { accountNamed, projectNamed } from "../testing/account-named.ts";
import { callHuawei, signHuawei, signIn } from "../testing/call-huawei.ts";

const HOUR_MS = 3_600_000;
let clock: Date;
let emulators: Emulators;
let cloud: Emulator;
let core: WorldAccount;
let north: WorldProject;
beforeEach(async () => {
  clock = new Date();
  emulators = await startEmulators({ now: () => clock });
  cloud = emulators.clouds.huawei;
  core = accountNamed(emulators.world, "Core infra");
  north = projectNamed(core, "cn-north-4");
});
afterEach(() => emulators.close());

const listUrl = (project = north) => `${cloud.origin}/${project.region}/v1.0/${project.id}/kms/list-keys`;
const keyPair = () => core.otherCredentials.find((each) => each.accessKeyId && !each.securityToken) ?? {};
const signed = (credential: Record<string, string>, date = clock, url = listUrl()) =>
  callHuawei(url, { headers: signHuawei(url, {}, credential, date), body: {} });

test("a password gives a project token of several KB, by the project's id or name", async () => {
  for (const scope of [{ id: north.id }, { name: "cn-north-4" }]) {
    const { status, headers, body } = await signIn(cloud, core.credential, scope);
    const token = headers.get("x-subject-token") ?? "";
    expect({ status, start: token.slice(0, 3) }).toEqual({ status: 201, start: "MII" });
    expect(token.length).toBeGreaterThan(3000);
    expect(body).toMatchObject({ token: { project: { id: north.id, name: "cn-north-4" }, user: { domain: { id: core.cloudAccount } } } });
    expect((body.token as { expires_at: string }).expires_at).toMatch(/\.\d{6}Z$/);
    expect(await callHuawei(listUrl(), { headers: { "x-auth-token": token } })).toMatchObject({ status: 200 });
  }
});

test("a wrong password is refused in Keystone's shape", async () => {
  expect(await signIn(cloud, { ...core.credential, password: "no" }, { id: north.id })).toMatchObject({
    status: 401,
    body: { error: { code: 401, title: "Unauthorized" } },
  });
});

test("KMS refuses no token, an unknown one, one of another project, one without a project and an expired one", async () => {
  const ask = (token: string) => callHuawei(listUrl(), { headers: token ? { "x-auth-token": token } : {} });
  const tokenOf = async (scope?: { id: string }) => (await signIn(cloud, core.credential, scope)).headers.get("x-subject-token") ?? "";
  const refused = (code: string) => ({ status: 403, body: { error: { error_code: code } } });
  expect(await ask("")).toMatchObject(refused("KMS.0301"));
  expect(await ask("MIIx")).toMatchObject(refused("KMS.0302"));
  expect(await ask(await tokenOf({ id: projectNamed(core, "cn-south-1").id }))).toMatchObject(refused("KMS.0305"));
  expect(await ask(await tokenOf())).toMatchObject(refused("KMS.0305"));
  const token = await tokenOf({ id: north.id });
  clock = new Date(clock.getTime() + 25 * HOUR_MS);
  expect(await ask(token)).toMatchObject(refused("KMS.0303"));
});

test("a project on another region's host is refused", async () => {
  const token = (await signIn(cloud, core.credential, { id: north.id })).headers.get("x-subject-token") ?? "";
  const url = `${cloud.origin}/cn-south-1/v1.0/${north.id}/kms/list-keys`;
  expect(await callHuawei(url, { headers: { "x-auth-token": token } })).toMatchObject({ status: 403, body: { error: { error_code: "KMS.0321" } } });
});

test("projects and domains are told to a token and to a signature", async () => {
  const token = (await signIn(cloud, core.credential)).headers.get("x-subject-token") ?? "";
  const get = (path: string) => callHuawei(`${cloud.origin}/iam/v3/${path}`, { method: "GET", headers: { "x-auth-token": token } });
  expect(await get("projects?name=cn-north-4")).toMatchObject({ status: 200, body: { projects: [{ id: north.id, name: "cn-north-4", enabled: true }] } });
  expect((await get("auth/projects")).body.projects as unknown[]).toHaveLength(core.projects.length);
  expect(await get("auth/domains")).toMatchObject({ body: { domains: [{ id: core.cloudAccount }] } });
  expect(await callHuawei(`${cloud.origin}/iam/v3/auth/projects`, { method: "GET" })).toMatchObject({ status: 401 });
  const eu = accountNamed(emulators.world, "EU platform");
  const euToken = (await signIn(cloud, eu.credential)).headers.get("x-subject-token") ?? "";
  const { body } = await callHuawei(`${cloud.origin}/iam/v3/auth/projects`, { method: "GET", headers: { "x-auth-token": euToken } });
  expect(body.projects).toContainEqual(expect.objectContaining({ name: "eu-west-101_pci" }));
});

test("a signature opens the account, a stale or wrong one does not, and a temporary key needs its token", async () => {
  expect(await signed(keyPair())).toMatchObject({ status: 200 });
  expect(await signed(keyPair(), new Date(clock.getTime() - HOUR_MS))).toMatchObject({ status: 401, body: { error_code: "APIGW.0301" } });
  expect(await signed({ ...keyPair(), secretAccessKey: "no" })).toMatchObject({
    status: 401,
    body: { error_code: "APIGW.0301", request_id: expect.any(String) },
  });
  const temporary = core.otherCredentials.find((each) => each.securityToken) ?? {};
  expect(await signed(temporary)).toMatchObject({ status: 200 });
  expect(await signed({ ...temporary, securityToken: "" })).toMatchObject({ status: 401 });
});

test("a body that was changed after the signing is refused", async () => {
  const answer = await callHuawei(listUrl(), { headers: signHuawei(listUrl(), { limit: "1" }, keyPair()), body: { limit: "2" } });
  expect(answer).toMatchObject({ status: 401 });
});

test("five failures in a row lock an access key for five minutes, and a success forgets them", async () => {
  const wrong = { ...keyPair(), secretAccessKey: "no" };
  for (let n = 0; n < 4; n++) expect((await signed(wrong)).status).toBe(401);
  expect((await signed(keyPair())).status).toBe(200);
  for (let n = 0; n < 5; n++) expect((await signed(wrong)).status).toBe(401);
  const locked = await signed(keyPair());
  expect(locked.status).toBe(401);
  expect(locked.body.error_msg).toContain("failed to reach the limit");
  clock = new Date(clock.getTime() + 301_000);
  expect((await signed(keyPair(), clock)).status).toBe(200);
});
