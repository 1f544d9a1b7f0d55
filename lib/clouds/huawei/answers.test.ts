import { afterEach, describe, expect, it } from "vitest";
import { connectTo } from "../testing/connect-to.ts";

/** The page "Querying the Information About a CMK" (2025-12-29): its sample, verbatim, which is not JSON. */
const DESCRIBED = `{
        "key_info": {
            "key_id": "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
            "domain_id": "b168fe00ff56492495a7d22974df2d0b",
            "key_alias": "kms_test",
            "realm": "aaa",
            "key_description": "",
            "creation_date": "1472442386000",
            "scheduled_deletion_date": "",
            "key_state": "2",
            "default_key_flag": "0",
            "key_type": "1",
            "expiration_time":"1501578672000",
            "origin":"kms"
            ,
            "sys_enterprise_project_id ": "0",
        }
    }`;
const SOURCE = { region: "cn-north-4", project: "p1" };
const ID = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
const DETAIL = { key_id: ID, key_state: "2", key_alias: "a" };
const listed = (more: object = {}) => JSON.stringify({ keys: [ID], key_details: [DETAIL], next_marker: "", truncated: "false", total: 1, ...more });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => { await Promise.all(closing.splice(0).map((close) => close())); });

async function connected(...answers: Parameters<typeof connectTo>[1]) {
  const opened = await connectTo("huawei", answers);
  closing.push(opened.close);
  return opened;
}

describe("list-keys", () => {
  it("asks for keys of every spec, with numbers as text, and says what is claimed", async () => {
    const { connection, asked } = await connected(listed());
    expect(await connection.listKeys(SOURCE)).toMatchObject({ claimed: 1, next: null, pushedDown: [], call: { operation: "list-keys", requestId: "rid-header" }, items: [{ keyId: ID, described: true }] });
    expect([asked[0]?.url.pathname, asked[0]?.body]).toEqual(["/kms/cn-north-4/v1.0/p1/kms/list-keys", '{"key_spec":"ALL","limit":"2000"}']);
    await connection.listKeys(SOURCE, { pageToken: "10", pageSize: 5, filter: { state: ["disabled"], spec: ["sm4"] } });
    expect(asked[1]?.body).toBe('{"key_spec":"SM4","key_state":"3","limit":"5","marker":"10"}');
  });

  it("leaves filters with more than one value, or with words of our own, to the caller", async () => {
    const { connection, asked } = await connected(listed());
    expect((await connection.listKeys(SOURCE, { filter: { state: ["enabled", "disabled"], spec: ["ed25519"], usage: ["mac"] } })).pushedDown).toEqual([]);
    expect(asked[0]?.body).toBe('{"key_spec":"ALL","limit":"2000"}');
  });

  it.each([[{ truncated: "true", next_marker: "10" }, "10"], [{ truncated: true, next_marker: 10 }, "10"], [{ truncated: false }, null], [{ truncated: "false", next_marker: null }, null]])("reads %j as next %s", async (more, next) => {
    const { connection } = await connected(listed(more));
    expect((await connection.listKeys(SOURCE)).next).toBe(next);
  });

  it.each([
    ["truncated without a marker", { truncated: "true" }], ["a marker without truncated", { next_marker: "10" }], ["no word on truncation", { truncated: undefined }],
    ["an empty page with more behind it", { truncated: "true", next_marker: "10", keys: [], key_details: [] }], ["the marker that was sent", { truncated: "true", next_marker: "7" }],
    ["no keys at all", { keys: undefined, key_details: undefined }], ["details that are no list", { key_details: {} }], ["a detail without id", { key_details: [{ key_state: "2" }] }], ["a total in words", { total: "many" }],
  ])("takes %s for nonsense", async (_, more) => {
    const { connection } = await connected(listed(more));
    await expect(connection.listKeys(SOURCE, { pageToken: "7" })).rejects.toMatchObject({ kind: "protocol", requestId: "rid-header" });
  });

  it("keeps keys of which only the id came, as not described yet", async () => {
    for (const more of [{ key_details: undefined }, { key_details: null }, { key_details: [] }]) {
      const { connection } = await connected(listed(more));
      expect((await connection.listKeys(SOURCE)).items).toMatchObject([{ keyId: ID, described: false, values: {}, absent: { state: { reason: "pending" } } }]);
    }
    const { connection } = await connected(listed({ keys: [ID, "id-2"], total: "2" }));
    expect((await connection.listKeys(SOURCE)).items.map(({ keyId, described }) => [keyId, described])).toEqual([[ID, true], ["id-2", false]]);
  });

  it("refuses tokens, sizes and sources that no page of this cloud takes", async () => {
    const { connection, asked } = await connected(listed());
    for (const bad of [{ pageToken: "a b" }, { pageSize: 0 }, { pageSize: 2001 }]) await expect(connection.listKeys(SOURCE, bad)).rejects.toMatchObject({ code: "invalid_query" });
    await expect(connection.listKeys({ region: "cn-north-4", project: null })).rejects.toMatchObject({ code: "invalid_query", field: "project" });
    await expect(connection.listKeys({ region: "CN North", project: "p" })).rejects.toMatchObject({ code: "unknown_region" });
    expect(asked.length).toBe(0);
  });
});

describe("describe-key", () => {
  it("takes the documentation's sample for nonsense as printed, and reads it without its stray comma", async () => {
    const { connection } = await connected(DESCRIBED, DESCRIBED.replace(/"0",\s*}/, '"0" }'));
    await expect(connection.describeKey(SOURCE, ID)).rejects.toMatchObject({ kind: "protocol", code: "answer_not_json" });
    expect((await connection.describeKey(SOURCE, ID)).value).toMatchObject({ keyId: ID, values: { alias: "kms_test", createdAt: "2016-08-29T03:46:26.000Z", description: null }, absent: { spec: { reason: "unreported" }, rotation: { reason: "unreported" } } });
  });

  it.each([["an object", { key_info: DETAIL }], ["a list of one", { key_info: [DETAIL] }], ["a list of several", { key_info: [{ key_id: "other" }, DETAIL] }], ["no envelope", DETAIL], ["an envelope with a space", { "key_info ": DETAIL }]])("takes %s", async (_, body) => {
    const { connection } = await connected(JSON.stringify(body));
    expect((await connection.describeKey(SOURCE, ID)).value.keyId).toBe(ID);
  });

  it.each([[{ key_info: [] }, "not-found"], [{ key_info: null }, "not-found"], [{ key_info: [{ key_id: "a" }, { key_id: "b" }] }, "not-found"], [{}, "protocol"], [{ key_info: "none" }, "protocol"], [{ key_info: {} }, "protocol"]])("reads %j as %s", async (body, kind) => {
    const { connection } = await connected(JSON.stringify(body));
    await expect(connection.describeKey(SOURCE, ID)).rejects.toMatchObject({ kind });
  });
});

describe("rotation, aliases and tags", () => {
  const rotation = async (answer: Parameters<typeof connectTo>[1][number]) => {
    const { connection } = await connected(answer);
    return connection.details[0]!.read(SOURCE, ID);
  };

  it("reads the rotation answer, in which the switch is a boolean and the count may be text", async () => {
    const on = await rotation(JSON.stringify({ key_rotation_enabled: true, rotation_interval: "365", last_rotation_time: "1501578672000", number_of_rotations: "3" }));
    expect(on.value).toMatchObject({ values: { rotation: "on", rotationIntervalDays: 365, lastRotatedAt: "2017-08-01T09:11:12.000Z" } });
    const off = await rotation(JSON.stringify({ key_rotation_enabled: false, last_rotation_time: "" }));
    expect(off.value.values).toEqual({ rotation: "off", rotationIntervalDays: null, lastRotatedAt: null });
    await expect(rotation("{}")).rejects.toMatchObject({ kind: "protocol" });
  });

  it.each(["KMS.0209", "KMS.0210", "KMS.0211", "KMS.0312", "KMS.0313", "KMS.0319", "KMS.0324", "KMS.0325", "KMS.0331", "KMS.0338", "KMS.0341"])("reads %s as a question that does not apply", async (code) => {
    const { value, call } = await rotation({ status: 400, body: JSON.stringify({ error: { error_code: code, error_msg: "no" } }) });
    expect(value.absent).toEqual({ rotationIntervalDays: { reason: "not-applicable", note: code }, lastRotatedAt: { reason: "not-applicable", note: code } });
    expect(call.requestId).toBe("rid-header");
  });

  it.each([["the bare object", (page: object) => page], ["a list of one", (page: object) => [page]]])("takes aliases as %s, page by page", async (_, wrap) => {
    const first = wrap({ aliases: [{ key_id: ID, alias: "alias/a b" }], page_info: { next_marker: "alias/a b", current_count: 1 } });
    const last = wrap({ aliases: [], page_info: { next_marker: "", current_count: 0 } });
    const { connection, asked } = await connected(JSON.stringify(first), JSON.stringify(last));
    const [aliases] = connection.sweeps;
    expect(await aliases?.page(SOURCE, { pageToken: null, keyIds: [] })).toMatchObject({ next: "alias/a b", readings: [{ keyId: ID, values: { aliases: ["alias/a b"] } }] });
    expect(await aliases?.page(SOURCE, { pageToken: "alias/a b", keyIds: [] })).toMatchObject({ next: null, readings: [] });
    expect(asked.map(({ url }) => url.searchParams.get("marker"))).toEqual([null, "alias/a b"]);
  });

  it("takes a site without the alias API for one without such aliases, and a refusal for a refusal", async () => {
    const aliasPage = async (status: number, body: object) => (await connected({ status, body: JSON.stringify(body) })).connection.sweeps[0]!.page(SOURCE, { pageToken: null, keyIds: [] });
    expect(await aliasPage(404, { error_code: "APIG.0101", error_msg: "no such api", request_id: "r" })).toMatchObject({ readings: [], next: null });
    await expect(aliasPage(403, { error: { error_code: "KMS.0306", error_msg: "no" } })).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("reads tags by offset, with numbers as text, under both names of the detail", async () => {
    const rows = [{ resource_id: ID, tags: [{ key: "env", value: "prod" }, { key: "$", value: "" }] }, { key_details: { key_id: "id-2" }, tags: null }];
    const { connection, asked } = await connected(JSON.stringify({ resources: rows, total_count: "3" }), JSON.stringify({ resources: [], total_count: "3" }));
    const tags = connection.sweeps[1]!;
    expect(await tags.page(SOURCE, { pageToken: null, keyIds: [] })).toMatchObject({ next: "2", readings: [{ keyId: ID, values: { tags: { env: "prod", $: "" } } }, { keyId: "id-2", values: { tags: {} } }] });
    expect(await tags.page(SOURCE, { pageToken: "2", keyIds: [] })).toMatchObject({ next: null });
    expect(asked.map(({ body }) => body)).toEqual(['{"action":"filter","limit":"1000","offset":"0"}', '{"action":"filter","limit":"1000","offset":"2"}']);
  });
});
