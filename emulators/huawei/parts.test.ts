import { afterAll, beforeAll, expect, test } from "vitest";
import { aboutSource, type Emulators, startEmulators, type WorldAccount, type WorldKey, type WorldProject } from "../index.ts";
import { accountNamed, projectNamed } from "../testing/account-named.ts";
import { callHuawei, openProject, signHuawei, signIn } from "../testing/call-huawei.ts";

const HOUR_MS = 3_600_000;
let clock = new Date();
let emulators: Emulators;
let eu: WorldAccount;
let west: WorldProject;
let call: Awaited<ReturnType<typeof openProject>>;
beforeAll(async () => {
  emulators = await startEmulators({ now: () => clock, tokenLength: 6000 });
  eu = accountNamed(emulators.world, "EU platform");
  west = projectNamed(eu, "eu-west-101");
  call = await openProject(emulators.clouds.huawei, eu, west);
});
afterAll(() => emulators.close());

function named(alias: string, account = eu): WorldKey {
  const found = account.keys.find((key) => key.facts.alias === alias);
  if (!found) throw new Error(`the world lost ${alias}`);
  return found;
}

test("grants come in pages by an offset, their end told as text; default keys have none", async () => {
  const { keyId, extras } = named("payments/refund-token");
  const ids: string[] = [];
  for (let marker = "0"; marker !== ""; ) {
    const { body } = await call("list-grants", { key_id: keyId, limit: "50", marker });
    ids.push(...(body.grants as { grant_id: string }[]).map((grant) => grant.grant_id));
    expect(body).toMatchObject({ total: 130, truncated: ids.length < 130 ? "true" : "false" });
    marker = String(body.next_marker);
  }
  expect(ids).toEqual(extras.grants.map((grant) => grant.id));
  expect(await call("list-grants", { key_id: named("evs/default").keyId })).toMatchObject({ status: 400, body: { error: { error_code: "KMS.0211" } } });
});

test("rotation tells the materials of a key", async () => {
  const { keyId, extras } = named("payments/refund-token");
  const { body } = await call("get-key-rotation-status", { key_id: keyId });
  expect(body.number_of_rotations).toBe(extras.versions.length - 1);
  expect(body.key_materials).toEqual(
    extras.versions.map((version) =>
      expect.objectContaining({ material_id: version.id, create_time: String(Date.parse(version.createdAt ?? "")), state: "2", expiration_time: "" }),
    ),
  );
});

test("quotas, keystores and one keystore are told as the world has them", async () => {
  const { quotas } = aboutSource(eu, { region: west.region, project: west.id });
  const resources = quotas?.map(({ name, used, most }) => ({ type: name, used, quota: most }));
  expect((await call("user-quotas", undefined, "GET")).body).toEqual({ quotas: { resources } });
  const pci = projectNamed(eu, "eu-west-101_pci");
  const open = await openProject(emulators.clouds.huawei, eu, pci);
  const { instances } = aboutSource(eu, { region: pci.region, project: pci.id });
  const [root] = instances ?? [];
  expect((await open("../keystores?limit=10&offset=0", undefined, "GET")).body).toMatchObject({
    total: 1,
    keystores: [{ keystore_id: root?.id, keystore_alias: root?.name, keystore_type: "DHSM" }],
  });
  expect((await open(`../keystores/${root?.id}`, undefined, "GET")).body).toMatchObject({ keystore: { keystore_id: root?.id } });
});

test("keys are listed by enterprise project and by kind of keystore", async () => {
  const held = eu.keys.filter((key) => key.project === west.id);
  const projects = new Set(held.map((key) => key.facts.enterpriseProject ?? ""));
  expect(projects.size).toBe(3);
  for (const enterprise of projects) {
    const { body } = await call("list-keys", { key_spec: "ALL", enterprise_project_id: enterprise });
    expect(body.total, enterprise).toBe(held.filter((key) => key.facts.enterpriseProject === enterprise).length);
  }
  expect((await call("list-keys", { key_spec: "ALL", keystore_type: "DHSM" })).body.total).toBe(0);
});

test("aliases of one key", async () => {
  const { keyId, facts } = named("gdpr/erasure");
  const { body } = await call(`aliases?key_id=${keyId}`, undefined, "GET");
  expect((body.aliases as { alias: string }[]).map((each) => each.alias)).toEqual(facts.aliases.filter((alias) => alias.startsWith("alias/")).sort());
});

/** What a user of one account asks of IAM to act as another. */
const assume = (agency_name: string) => ({ methods: ["assume_role"], assume_role: { domain_name: "hw-eu-platform", agency_name } });
const iam = (path: string, body: unknown, headers: Record<string, string>) => callHuawei(`${emulators.clouds.huawei.origin}/iam${path}`, { body, headers });

test("an agency opens the account that trusts the caller, and no other caller", async () => {
  const core = accountNamed(emulators.world, "Core infra");
  const own = (await signIn(emulators.clouds.huawei, core.credential)).headers.get("x-subject-token") ?? "";
  expect(own).toHaveLength(6000);
  const body = (name: string) => ({ auth: { identity: assume(name), scope: { project: { name: "eu-west-101" } } } });
  const opened = await iam("/v3/auth/tokens", body("keyatlas_reader"), { "x-auth-token": own });
  expect(opened).toMatchObject({
    status: 201,
    body: { token: { methods: ["assume_role"], project: { id: west.id }, assumed_by: { user: { domain: { id: core.cloudAccount } } } } },
  });
  const url = `${emulators.clouds.huawei.origin}/${west.region}/v1.0/${west.id}/kms/list-keys`;
  expect((await callHuawei(url, { headers: { "x-auth-token": opened.headers.get("x-subject-token") ?? "" } })).status).toBe(200);
  expect(await iam("/v3/auth/tokens", body("nobody"), { "x-auth-token": own })).toMatchObject({ status: 404, body: { error: { code: 404 } } });
  const self = (await signIn(emulators.clouds.huawei, eu.credential)).headers.get("x-subject-token") ?? "";
  expect(await iam("/v3/auth/tokens", body("keyatlas_reader"), { "x-auth-token": self })).toMatchObject({
    status: 403,
    body: { error: { title: "Forbidden" } },
  });
});

test("a temporary key signs until it ends, given to a token and to a signature", async () => {
  const tools = accountNamed(emulators.world, "Security tools");
  const url = `${emulators.clouds.huawei.origin}/iam/v3.0/OS-CREDENTIAL/securitytokens`;
  const wish = { auth: { identity: { ...assume("keyatlas_reader"), assume_role: { ...assume("keyatlas_reader").assume_role, duration_seconds: 3600 } } } };
  const answer = await callHuawei(url, { body: wish, headers: signHuawei(url, wish, tools.credential, clock) });
  expect(answer).toMatchObject({ status: 201, body: { credential: { expires_at: expect.stringMatching(/\.\d{6}Z$/) } } });
  const { access, secret, securitytoken } = answer.body.credential as Record<string, string>;
  const temporary = { accessKeyId: access ?? "", secretAccessKey: secret ?? "", securityToken: securitytoken ?? "" };
  const list = `${emulators.clouds.huawei.origin}/${west.region}/v1.0/${west.id}/kms/list-keys`;
  const status = async () => (await callHuawei(list, { headers: signHuawei(list, {}, temporary, clock), body: {} })).status;
  expect(await status()).toBe(200);
  const own = (await signIn(emulators.clouds.huawei, eu.credential)).headers.get("x-subject-token") ?? "";
  expect(
    await iam(
      "/v3.0/OS-CREDENTIAL/securitytokens",
      { auth: { identity: { methods: ["token"], token: { duration_seconds: "900" } } } },
      { "x-auth-token": own },
    ),
  ).toMatchObject({ status: 201 });
  clock = new Date(clock.getTime() + 2 * HOUR_MS);
  expect(await status()).toBe(401);
});
