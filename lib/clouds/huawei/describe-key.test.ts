import { describe, expect, it } from "vitest";
import { type Canned, connectTo } from "../testing/connect-to.ts";

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
const connected = (...answers: (Canned | string)[]) => connectTo("huawei", ...answers);

describe("describe-key", () => {
  it("takes the documentation's sample for nonsense as printed, and reads it without its stray comma", async () => {
    const { connection } = await connected(DESCRIBED, DESCRIBED.replace(/"0",\s*}/, '"0" }'));
    await expect(connection.describeKey(SOURCE, ID)).rejects.toMatchObject({ kind: "protocol", code: "answer_not_json" });
    expect((await connection.describeKey(SOURCE, ID)).value).toMatchObject({
      keyId: ID,
      values: { alias: "kms_test", createdAt: "2016-08-29T03:46:26.000Z", description: null },
      absent: { spec: { reason: "unreported" }, rotation: { reason: "unreported" } },
    });
  });

  it.each([
    ["an object", { key_info: DETAIL }],
    ["a list of one", { key_info: [DETAIL] }],
    ["a list of several", { key_info: [{ key_id: "other" }, DETAIL] }],
    ["no envelope", DETAIL],
    ["an envelope with a space", { "key_info ": DETAIL }],
  ])("takes %s", async (_, body) => {
    const { connection } = await connected(JSON.stringify(body));
    expect((await connection.describeKey(SOURCE, ID)).value.keyId).toBe(ID);
  });

  it.each([
    [{ key_info: [] }, "not-found"],
    [{ key_info: null }, "not-found"],
    [{ key_info: [{ key_id: "a" }, { key_id: "b" }] }, "not-found"],
    [{}, "protocol"],
    [{ key_info: "none" }, "protocol"],
    [{ key_info: {} }, "protocol"],
  ])("reads %j as %s", async (body, kind) => {
    const { connection } = await connected(JSON.stringify(body));
    await expect(connection.describeKey(SOURCE, ID)).rejects.toMatchObject({ kind });
  });
});
