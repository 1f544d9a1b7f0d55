import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulators, startEmulators, type WorldAccount, type WorldKey, type WorldProject } from "../index.ts";
import { accountNamed, projectNamed } from "../testing/account-named.ts";
import { openProject } from "../testing/call-huawei.ts";

type Open = Awaited<ReturnType<typeof openProject>>;
interface List {
  keys: string[];
  key_details: Record<string, string>[];
  next_marker: string;
  truncated: string;
  total: number;
}

let emulators: Emulators;
let core: WorldAccount;
let north: WorldProject;
let keys: WorldKey[];
let call: Open;
beforeAll(async () => {
  emulators = await startEmulators();
  core = accountNamed(emulators.world, "Core infra");
  north = projectNamed(core, "cn-north-4");
  keys = core.keys.filter((key) => key.project === north.id);
  call = await openProject(emulators.clouds.huawei, core, north);
});
afterAll(() => emulators.close());

const list = async (body: Record<string, unknown>) => (await call("list-keys", body)).body as unknown as List;
const count = (wanted: (key: WorldKey) => boolean) => keys.filter(wanted).length;

test("without key_spec only AES_256 keys are listed; ALL lists every key", async () => {
  expect((await list({})).total).toBe(count((key) => key.facts.spec === "aes-256"));
  expect((await list({ key_spec: "ALL" })).total).toBe(keys.length);
  expect((await list({ key_spec: "SM4" })).total).toBe(count((key) => key.facts.spec === "sm4"));
  expect(await call("list-keys", { key_spec: "ROT13" })).toMatchObject({ status: 400, body: { error: { error_code: "KMS.0308" } } });
});

test("pages are cut by limit, and the marker is an offset", async () => {
  const ids: string[] = [];
  let page = await list({ key_spec: "ALL", limit: "10" });
  expect(page).toMatchObject({ truncated: "true", next_marker: "10", total: keys.length });
  for (; ; page = await list({ key_spec: "ALL", limit: 10, marker: page.next_marker })) {
    ids.push(...page.keys);
    if (page.truncated === "false") break;
  }
  expect(page.next_marker).toBe("");
  expect(ids.sort()).toEqual(keys.map((key) => key.keyId).sort());
});

test("limits and markers outside the documented bounds are refused", async () => {
  for (const limit of ["0", "2001", "x"])
    expect(await call("list-keys", { limit })).toMatchObject({ status: 400, body: { error: { error_code: "KMS.1601" } } });
  for (const marker of ["-1", "x"])
    expect(await call("list-keys", { limit: "1", marker })).toMatchObject({ status: 400, body: { error: { error_code: "KMS.1602" } } });
});

test("one state can be asked for, and a state that is none is refused", async () => {
  expect((await list({ key_spec: "ALL", key_state: "4" })).total).toBe(count((key) => key.facts.state === "pending-deletion"));
  expect(await call("list-keys", { key_state: "9" })).toMatchObject({ status: 400 });
});

test("details are strings, times are milliseconds, and what is not set is empty", async () => {
  const details = (await list({ key_spec: "ALL", limit: "2000" })).key_details;
  expect(new Set(details.flatMap((each) => Object.values(each)).map((value) => typeof value))).toEqual(new Set(["string"]));
  for (const each of details) expect(each.creation_date).toMatch(/^1[0-9]{12}$/);
  const dates = details.map((each) => Number(each.creation_date));
  expect(dates).toEqual([...dates].sort((a, b) => b - a));
  expect(details.find((each) => each.key_alias === "evs/default")).toMatchObject({
    default_key_flag: "1",
    key_description: "云硬盘默认主密钥",
    scheduled_deletion_date: "",
    expiration_time: "",
  });
});

test("a key is described by its id and by nothing else", async () => {
  const [key] = keys;
  expect(await call("describe-key", { key_id: key?.keyId })).toMatchObject({
    status: 200,
    body: { key_info: { key_id: key?.keyId, domain_id: core.cloudAccount } },
  });
  expect(await call("describe-key", { key_id: "alias/evs/default" })).toMatchObject({ status: 400, body: { error: { error_code: "KMS.0205" } } });
  expect(await call("describe-key", { key_id: "00000000-0000-0000-0000-000000000000" })).toMatchObject({
    status: 404,
    body: { error: { error_code: "KMS.0207" } },
  });
});

test("rotation is told as a boolean, refused for keys that cannot rotate, and denied for one key", async () => {
  const status = async (wanted: (key: WorldKey) => boolean) => call("get-key-rotation-status", { key_id: keys.find(wanted)?.keyId });
  expect(await status((key) => key.facts.rotation === "on")).toMatchObject({
    status: 200,
    body: { key_rotation_enabled: true, rotation_interval: expect.any(Number) },
  });
  expect(await status((key) => key.facts.rotation === "off" && key.facts.lastRotatedAt === null)).toMatchObject({
    body: { key_rotation_enabled: false, last_rotation_time: "" },
  });
  expect(await status((key) => key.facts.manager === "service")).toMatchObject({ status: 400, body: { error: { error_code: "KMS.0211" } } });
  expect(await status((key) => key.facts.origin === "imported")).toMatchObject({ status: 400, body: { error: { error_code: "KMS.0312" } } });
  expect(await status((key) => key.facts.family === "mac")).toMatchObject({ status: 400, body: { error: { error_code: "KMS.0341" } } });
  const eu = accountNamed(emulators.world, "EU platform");
  const pci = await openProject(emulators.clouds.huawei, eu, projectNamed(eu, "eu-west-101_pci"));
  expect(await pci("get-key-rotation-status", { key_id: "0d0466b0-e727-4d9c-b35d-f84bb474a37f" })).toMatchObject({
    status: 403,
    body: { error: { error_code: "KMS.0306" } },
  });
});

test("tags come for one key and for many, default 10 a page; default keys have none and are not counted", async () => {
  const tagged = keys.find((key) => Object.keys(key.facts.tags).length > 0);
  expect((await call(`${tagged?.keyId}/tags`, undefined, "GET")).body.tags).toEqual(
    Object.entries(tagged?.facts.tags ?? {}).map(([key, value]) => ({ key, value })),
  );
  const customers = count((key) => key.facts.manager === "customer");
  const { body } = await call("resource_instances/action", { action: "filter" });
  expect(body).toMatchObject({ total_count: customers });
  expect(body.resources).toHaveLength(10);
  expect((await call("user-instances", undefined, "GET")).body).toEqual({ instance_num: customers });
  expect((await call("resource_instances/action", { action: "count" })).body).toEqual({ resources: null, total_count: customers });
});

test("further aliases are listed by name, the last name being the marker", async () => {
  const eu = accountNamed(emulators.world, "EU platform");
  const open = await openProject(emulators.clouds.huawei, eu, projectNamed(eu, "eu-west-101"));
  const names: string[] = [];
  for (let marker = ""; ; ) {
    const { body } = await open(`aliases?limit=1${marker && `&marker=${encodeURIComponent(marker)}`}`, undefined, "GET");
    names.push(...(body.aliases as { alias: string }[]).map((each) => each.alias));
    marker = (body.page_info as { next_marker: string }).next_marker;
    if (!marker) break;
  }
  const place = projectNamed(eu, "eu-west-101").id;
  expect(names).toEqual(
    eu.keys
      .filter((key) => key.project === place)
      .flatMap((key) => key.facts.aliases)
      .filter((alias) => alias.startsWith("alias/"))
      .sort(),
  );
  expect(names.length).toBeGreaterThan(1);
});

test("an unreadable region, an unknown path and a wrong method have the vendor's words", async () => {
  const southeast = await openProject(emulators.clouds.huawei, core, projectNamed(core, "ap-southeast-3"));
  expect(await southeast("list-keys", {})).toMatchObject({ status: 403, body: { error: { error_code: "KMS.0306" } } });
  expect(await call("list-nothing", {})).toMatchObject({ status: 404, body: { error_code: "APIGW.0101" } });
  expect(await call("list-keys", undefined, "GET")).toMatchObject({ status: 405, body: { error: { error_code: "KMS.0215" } } });
});
