import { afterAll, beforeAll, expect, test } from "vitest";
import { aboutSource, createWorld, type Emulators, startEmulators, type WorldAccount } from "./index.ts";
import { accountNamed, projectNamed } from "./testing/account-named.ts";
import { callAlibaba } from "./testing/call-alibaba.ts";
import { openProject, signIn } from "./testing/call-huawei.ts";

let emulators: Emulators;
let otc: WorldAccount;
let call: Awaited<ReturnType<typeof openProject>>;
beforeAll(async () => {
  emulators = await startEmulators({ dialects: true });
  otc = accountNamed(emulators.world, "Telekom DE");
  call = await openProject(emulators.clouds.huawei, otc, projectNamed(otc, "eu-de"));
});
afterAll(() => emulators.close());

test("the six accounts of the demo are the same beside the others", () => {
  const { now } = emulators.world;
  expect(emulators.world.accounts.slice(0, 6)).toEqual(createWorld({ now }).accounts);
  expect(emulators.world.accounts.slice(6).map((account) => account.name)).toEqual(["Telekom DE", "Arrears", "Root key", "Wide rights"]);
});

test("OTC refuses what it does not know, and lists AES_256 keys without it", async () => {
  const held = otc.keys.filter((key) => key.region === "eu-de");
  for (const member of ["key_spec", "enterprise_project_id"])
    expect(await call("list-keys", { [member]: "ALL" })).toMatchObject({ status: 400, body: { error: { error_code: "KMS.0308" } } });
  const { body } = await call("list-keys", { limit: "100" });
  expect(body.total).toBe(held.filter((key) => key.facts.spec === "aes-256").length);
  expect(held.length).toBeGreaterThan(body.total as number);
  expect((body.key_details as object[])[0]).not.toHaveProperty("sys_enterprise_project_id");
  expect((body.key_details as object[])[0]).toHaveProperty("key_spec");
});

test("in eu-nl the list tells no spec; describe-key does, by id, alias and URN", async () => {
  const key = otc.keys.find((each) => each.region === "eu-nl" && each.facts.manager === "customer" && each.facts.spec === "aes-256");
  const open = await openProject(emulators.clouds.huawei, otc, projectNamed(otc, "eu-nl"));
  expect(((await open("list-keys", {})).body.key_details as object[])[0]).not.toHaveProperty("key_spec");
  for (const key_id of [key?.keyId, `alias/${key?.facts.alias}`, `kms:eu-nl:${otc.cloudAccount}:alias:${key?.facts.alias}`])
    expect(await open("describe-key", { key_id })).toMatchObject({ status: 200, body: { key_info: { key_id: key?.keyId, key_spec: "AES_256" } } });
  expect((await open("describe-key", { key_id: "alias/nobody" })).status).toBe(404);
});

test("OTC has no aliases and no keystores, but quotas", async () => {
  for (const path of ["aliases", "../keystores"]) expect(await call(path, undefined, "GET")).toMatchObject({ status: 404, body: { error_code: "APIG.0101" } });
  expect((await call("user-quotas", undefined, "GET")).status).toBe(200);
  expect(Object.keys(aboutSource(otc, { region: "eu-de", project: projectNamed(otc, "eu-de").id }))).toEqual(["quotas"]);
});

test("an account in arrears says so, by status and by refusal", async () => {
  const arrears = accountNamed(emulators.world, "Arrears");
  const ask = async (region: string, action: string) =>
    (await callAlibaba({ url: `${emulators.clouds.alibaba.origin}/${region}`, action, credential: arrears.credential })).body;
  for (const [region, status, code] of [
    ["cn-shanghai", "InDebt", "Forbidden.InDebt"],
    ["cn-beijing", "Suspended", "Forbidden.InDebtOverdue"],
  ] as const) {
    expect(await ask(region, "DescribeAccountKmsStatus")).toMatchObject({ AccountStatus: status });
    expect(await ask(region, "ListKeys")).toMatchObject({ HttpStatus: 403, Code: code });
  }
  expect(await ask("cn-hangzhou", "DescribeAccountKmsStatus")).toMatchObject({ AccountStatus: "Enabled" });
  const wide = accountNamed(emulators.world, "Wide rights");
  const frozen = await openProject(emulators.clouds.huawei, wide, projectNamed(wide, "cn-south-1"));
  expect(await frozen("list-keys", {})).toMatchObject({ status: 403, body: { error: { error_code: "KMS.0328" } } });
});

test("a root key says what it is and assumes no role; a token tells its roles", async () => {
  const root = accountNamed(emulators.world, "Root key");
  const sts = (action: string, query: Record<string, string> = {}) =>
    callAlibaba({ url: `${emulators.clouds.alibaba.origin}/sts`, action, query, credential: root.credential });
  expect((await sts("GetCallerIdentity")).body).toMatchObject({ IdentityType: "Account", Arn: root.principal });
  expect(await sts("AssumeRole", { RoleArn: "acs:ram::1:role/x", RoleSessionName: "atlas" })).toMatchObject({ status: 403, body: { Code: "NoPermission" } });
  const wide = accountNamed(emulators.world, "Wide rights");
  const { body } = await signIn(emulators.clouds.huawei, wide.credential);
  expect((body.token as { roles: { name: string }[] }).roles.map((role) => role.name)).toEqual(["te_admin", "kms_adm", "secu_admin"]);
});
