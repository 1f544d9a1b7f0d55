import { describe, expect, it } from "vitest";
import type { Extra } from "../cloud.ts";
import { connectTo } from "../testing/connect-to.ts";
import { failureOf } from "../testing/failure-of.ts";

const SOURCE = { region: "cn-north-4", project: "p" };
const KEY = { keyId: "k/1", arn: null, values: {}, absent: {} };
const named = (connection: { extras: readonly Extra[] }, name: string): Extra => connection.extras.find((extra) => extra.name === name) as Extra;
const GRANT = {
  key_id: "k/1",
  grant_id: "7c9a3286af4fcca5f0a385ad13e1d21a50e27b6dbcab50f37f30f93b8939827d",
  grantee_principal: "13gg44z4g2sglzk0egw0u726zoyzvrs8",
  grantee_principal_type: "user",
  operations: ["describe-key", "create-datakey"],
  issuing_principal: "8b961fb414344d59825ba0c8c008c815",
  creation_date: "1497341531000",
};
const grants = (rows: unknown, next = "") => JSON.stringify({ grants: rows, next_marker: next, truncated: String(next !== ""), total: 2 });

describe("grants", () => {
  it("come page by page, whoever they are for", async () => {
    const { connection, asked } = await connectTo("huawei", grants([GRANT], "1"), grants([{ ...GRANT, grant_id: "b", name: "two", creation_date: "" }]));
    const told = await named(connection, "grants").read(SOURCE, KEY);
    expect(told).toMatchObject({
      value: [
        {
          id: GRANT.grant_id,
          name: null,
          granteeKind: "user",
          operations: GRANT.operations,
          issuer: GRANT.issuing_principal,
          createdAt: "2017-06-13T08:12:11.000Z",
        },
        { id: "b", name: "two", createdAt: null },
      ],
      call: { operation: "list-grants", requestId: "rid-header" },
      raw: [GRANT, { name: "two" }],
    });
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([
      { key_id: "k/1", limit: "100" },
      { key_id: "k/1", limit: "100", marker: "1" },
    ]);
  });

  it("are none where the cloud prints null, and unreadable where it prints anything else", async () => {
    expect(await named((await connectTo("huawei", grants(null))).connection, "grants").read(SOURCE, KEY)).toMatchObject({ value: [] });
    for (const odd of [
      grants({}),
      grants([1]),
      grants([{ ...GRANT, grant_id: "" }]),
      grants([{ ...GRANT, operations: [{}] }]),
      "{}",
      "[]",
      grants([GRANT], "0").replace('"true"', '"false"'),
    ])
      expect(await failureOf(named((await connectTo("huawei", odd)).connection, "grants").read(SOURCE, KEY))).toMatchObject({ kind: "protocol" });
  });

  it("are not asked for of a service's key", async () => {
    const { connection } = await connectTo("huawei", "");
    expect(named(connection, "grants").excuse({ ...KEY, values: { manager: "service" } })).toMatchObject({ reason: "not-applicable" });
    expect(named(connection, "grants").excuse({ ...KEY, values: { manager: "customer" } })).toBeNull();
  });

  it.each([
    [400, "KMS.0211", "not-applicable"],
    [400, "KMS.0201", "unreported"],
    [404, "APIG.0101", "unreported"],
  ])("refused with %i %s are %s, and no failure", async (status, code, reason) => {
    const body = JSON.stringify({ error: { error_code: code } });
    for (const name of ["grants", "versions"]) {
      const { connection } = await connectTo("huawei", { status, body });
      expect(await named(connection, name).read(SOURCE, KEY)).toMatchObject({ absent: { reason, note: code }, call: { requestId: "rid-header" } });
    }
  });

  it("end somewhere, whatever the cloud says", async () => {
    let n = 0;
    const pages = Array.from({ length: 140 }, () => grants([GRANT], String(++n)));
    const { connection, asked } = await connectTo("huawei", ...pages);
    expect(await failureOf(named(connection, "grants").read(SOURCE, KEY))).toMatchObject({ kind: "protocol", code: "listing_endless" });
    expect(asked.length).toBeLessThanOrEqual(100);
  });
});

describe("versions", () => {
  const status = (more: object) =>
    JSON.stringify({ key_rotation_enabled: true, rotation_interval: 30, last_rotation_time: "", number_of_rotations: 1, ...more });

  it("are the materials of a key that rotates", async () => {
    const materials = [
      { material_id: "m1", charge_id: "c", create_time: "1497341531000", expiration_time: "", state: 2 },
      { material_id: "m2", create_time: 1497341532, state: "0" },
    ];
    const { connection } = await connectTo("huawei", status({ key_materials: materials }));
    expect(await named(connection, "versions").read(SOURCE, KEY)).toMatchObject({
      value: [
        { id: "m1", createdAt: "2017-06-13T08:12:11.000Z", isPrimary: null, state: "enabled", expiresAt: null },
        { id: "m2", createdAt: "2017-06-13T08:12:12.000Z", state: "waiting" },
      ],
    });
  });

  it("are unreported where the site's answer has none, and never an empty list", async () => {
    const { connection } = await connectTo("huawei", status({}));
    expect(await named(connection, "versions").read(SOURCE, KEY)).toMatchObject({
      absent: { reason: "unreported" },
      call: { operation: "get-key-rotation-status" },
    });
  });

  it("do not apply by the rules of rotation", async () => {
    const { connection } = await connectTo("huawei", "");
    const absent = { rotation: { reason: "not-applicable", note: "asymmetric key" } } as const;
    expect(named(connection, "versions").excuse({ ...KEY, absent })).toEqual(absent.rotation);
    expect(connection.extras.map(({ name }) => name)).toEqual(["versions", "grants"]);
  });
});

describe("tags and aliases of one key", () => {
  it("asks by the encoded id", async () => {
    const { connection, asked } = await connectTo(
      "huawei",
      JSON.stringify({
        tags: [
          { key: "__proto__", value: "" },
          { key: "a", value: "1" },
        ],
        sys_tags: [],
        existTagNum: 2,
      }),
    );
    const { value } = (await connection.sweepsOfOne?.[1]?.read(SOURCE, "k/1?")) ?? {};
    expect(Object.entries(value?.values.tags ?? {})).toEqual([
      ["__proto__", ""],
      ["a", "1"],
    ]);
    expect(asked[0]?.url.pathname).toMatch(/\/kms\/k%2F1%3F\/tags$/);
  });

  it("keeps the aliases of the key that was asked for, over all pages", async () => {
    const body = (rows: object[], next: string) => JSON.stringify({ aliases: rows, page_info: { next_marker: next, current_count: rows.length } });
    const { connection, asked } = await connectTo(
      "huawei",
      body(
        [
          { key_id: "k", alias: "alias/a/b" },
          { key_id: "x", alias: "alias/c" },
        ],
        "alias/c",
      ),
      body([{ key_id: "k", alias: "alias/d" }], ""),
    );
    expect((await connection.sweepsOfOne?.[0]?.read(SOURCE, "k"))?.value.values.aliases).toEqual(["alias/a/b", "alias/d"]);
    expect(asked.map(({ url }) => [url.searchParams.get("key_id"), url.searchParams.get("marker")])).toEqual([
      ["k", null],
      ["k", "alias/c"],
    ]);
  });
});

describe("about", () => {
  const part = async (name: string, ...answers: string[]) => {
    const { connection, asked } = await connectTo("huawei", ...answers);
    const about = connection.about.find((each) => each.name === name);
    if (!about) throw new Error(name);
    return { read: () => about.read(SOURCE), asked };
  };

  it("tells quotas, text or number", async () => {
    const resources = [
      { type: "CMK", used: 20, quota: "100" },
      { type: "grant_per_CMK", used: -1, quota: null },
    ];
    const { read, asked } = await part("quotas", JSON.stringify({ quotas: { resources } }));
    expect((await read()).value).toEqual([
      { name: "CMK", used: 20, most: 100 },
      { name: "grant_per_CMK", used: null, most: null },
    ]);
    expect(asked[0]?.url.pathname).toMatch(/\/v1\.0\/p\/kms\/user-quotas$/);
    for (const odd of ["{}", '{"quotas":[]}', '{"quotas":{"resources":[{}]}}'])
      expect(await failureOf((await part("quotas", odd)).read())).toMatchObject({ kind: "protocol" });
  });

  it("tells keystores over all pages, beside /kms/ and not under it", async () => {
    const row = (n: number) => ({ keystore_id: `s${n}`, keystore_alias: "pci", keystore_type: "DHSM", hsm_cluster_id: "c", create_time: "1581507580000" });
    const { read, asked } = await part("instances", JSON.stringify({ total: "2", keystores: [row(1)] }), JSON.stringify({ total: 2, keystores: [row(2)] }));
    expect((await read()).value).toEqual([1, 2].map((n) => ({ id: `s${n}`, name: "pci", status: null, kind: "dhsm", endsAt: null })));
    expect(asked.map(({ url }) => `${url.pathname}${url.search}`)).toEqual(
      ["0", "1"].map((offset) => `/kms/cn-north-4/v1.0/p/keystores?limit=100&offset=${offset}`),
    );
    for (const odd of ["{}", '{"keystores":[{}]}', JSON.stringify({ total: 5, keystores: [row(1)] }), JSON.stringify({ total: "x", keystores: [row(1)] })])
      expect(await failureOf((await part("instances", odd)).read())).toMatchObject({ kind: "protocol" });
  });
});
