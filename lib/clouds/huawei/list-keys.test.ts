import { describe, expect, it } from "vitest";
import { type Canned, connectTo } from "../testing/connect-to.ts";

/** The page "Querying the Key List" (2023-05-09): its sample answer, verbatim. */
const SAMPLE = `{
  "keys" : [ "0d0466b0-e727-4d9c-b35d-f84bb474a37f", "2e258389-bb1e-4568-a1d5-e1f50adf70ea" ],
  "key_details" : [ {
    "key_id" : "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "domain_id" : "00074811d5c27c4f8d48bb91e4a1dcfd",
    "key_alias" : "test",
    "realm" : "cn-north-7",
    "key_description" : "key_description",
    "creation_date" : "1502799822000",
    "scheduled_deletion_date" : "",
    "key_spec" : "AES_256",
    "key_usage" : "ENCRYPT_DECRYPT",
    "key_state" : "2",
    "default_key_flag" : "0",
    "key_type" : "1",
    "expiration_time" : "1501578672000",
    "origin" : "kms",
    "key_rotation_enabled" : "true",
    "sys_enterprise_project_id" : "0",
    "partition_type" : "1"
  }, {
    "key_id" : "2e258389-bb1e-4568-a1d5-e1f50adf70ea",
    "domain_id" : "00074811d5c27c4f8d48bb91e4a1dcfd",
    "key_alias" : "test",
    "realm" : "realm",
    "key_description" : "key_description",
    "creation_date" : "1502799822000",
    "scheduled_deletion_date" : "",
    "key_spec" : "AES_256",
    "key_usage" : "ENCRYPT_DECRYPT",
    "key_state" : "2",
    "default_key_flag" : "0",
    "key_type" : "1",
    "expiration_time" : "1501578672000",
    "origin" : "kms",
    "key_rotation_enabled" : "true",
    "sys_enterprise_project_id" : "0",
    "partition_type" : "1"
  } ],
  "next_marker" : "",
  "truncated" : "false",
  "total" : 2
}`;
const SOURCE = { region: "cn-north-4", project: "p1" };
const ID = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
const DETAIL = { key_id: ID, key_state: "2", key_alias: "a", key_spec: "AES_256", key_usage: "ENCRYPT_DECRYPT" };
const listed = (more: object = {}) => JSON.stringify({ keys: [ID], key_details: [DETAIL], next_marker: "", truncated: "false", total: 1, ...more });
const connected = (...answers: (Canned | string)[]) => connectTo("huawei", ...answers);

describe("list-keys", () => {
  it("reads the documentation's sample", async () => {
    const { connection } = await connected(SAMPLE);
    const { items, next, claimed } = await connection.listKeys(SOURCE);
    expect([items.map((item) => item.keyId), next, claimed]).toEqual([[ID, "2e258389-bb1e-4568-a1d5-e1f50adf70ea"], null, 2]);
    expect(items[1]).toMatchObject({
      described: true,
      values: { alias: "test", state: "enabled", spec: "aes-256", rotation: "on", createdAt: "2017-08-15T12:23:42.000Z" },
    });
  });

  it("asks for keys of every spec, with numbers as text, and says what is claimed", async () => {
    const { connection, asked } = await connected(listed());
    expect(await connection.listKeys(SOURCE)).toMatchObject({
      claimed: 1,
      next: null,
      pushedDown: [],
      call: { operation: "list-keys", requestId: "rid-header" },
      items: [{ keyId: ID, described: true }],
    });
    expect([asked[0]?.url.pathname, asked[0]?.body]).toEqual(["/kms/cn-north-4/v1.0/p1/kms/list-keys", '{"key_spec":"ALL","limit":"2000"}']);
    await connection.listKeys(SOURCE, { pageToken: "10", pageSize: 5, filter: { state: ["disabled"], spec: ["sm4"] } });
    expect(asked[1]?.body).toBe('{"key_spec":"SM4","key_state":"3","limit":"5","marker":"10"}');
  });

  it("leaves filters that it cannot ask for in full to the caller", async () => {
    const { connection, asked } = await connected(listed());
    expect(
      (await connection.listKeys(SOURCE, { filter: { state: ["enabled", "6"], spec: ["ed25519"], usage: ["mac"], enterpriseProject: ["all"] } })).pushedDown,
    ).toEqual([]);
    expect(asked[0]?.body).toBe('{"key_spec":"ALL","limit":"2000"}');
  });

  it.each([
    [{ truncated: "true", next_marker: "10" }, "10"],
    [{ truncated: true, next_marker: 10 }, "10"],
    [{ truncated: false }, null],
    [{ truncated: "false", next_marker: null }, null],
  ])("reads %j as next %s", async (more, next) => {
    const { connection } = await connected(listed(more));
    expect((await connection.listKeys(SOURCE)).next).toBe(next);
  });

  it.each([
    ["truncated without a marker", { truncated: "true" }],
    ["a marker without truncated", { next_marker: "10" }],
    ["no word on truncation", { truncated: undefined }],
    ["an empty page with more behind it", { truncated: "true", next_marker: "10", keys: [], key_details: [] }],
    ["the marker that was sent", { truncated: "true", next_marker: "7" }],
    ["no keys at all", { keys: undefined, key_details: undefined }],
    ["details that are no list", { key_details: {} }],
    ["a detail without id", { key_details: [{ key_state: "2" }] }],
    ["a total in words", { total: "many" }],
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
    expect((await connection.listKeys(SOURCE)).items.map(({ keyId, described }) => [keyId, described])).toEqual([
      [ID, true],
      ["id-2", false],
    ]);
  });

  it("refuses tokens, sizes and sources that no page of this cloud takes", async () => {
    const { connection, asked } = await connected(listed());
    for (const bad of [{ pageToken: "a b" }, { pageSize: 0 }, { pageSize: 2001 }])
      await expect(connection.listKeys(SOURCE, bad)).rejects.toMatchObject({ code: "invalid_query" });
    await expect(connection.listKeys({ region: "cn-north-4", project: null })).rejects.toMatchObject({ code: "invalid_query", field: "project" });
    await expect(connection.listKeys({ region: "CN North", project: "p" })).rejects.toMatchObject({ code: "unknown_region" });
    expect(asked.length).toBe(0);
  });

  it("leaves a key whose record lacks spec or usage to be described, and says what is open", async () => {
    const { connection } = await connected(listed({ key_details: [{ key_id: ID, key_state: "2", key_usage: "ENCRYPT_DECRYPT" }] }));
    const [item] = (await connection.listKeys(SOURCE)).items;
    expect(item).toMatchObject({ described: false, values: { state: "enabled" }, absent: { spec: { reason: "pending" }, family: { reason: "pending" } } });
  });
});
