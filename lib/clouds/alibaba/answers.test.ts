import { describe, expect, it } from "vitest";
import { type Canned, connectTo } from "../testing/connect-to.ts";

/** The page "ListKeys": its sample, verbatim. */
const SAMPLE = `{
  "PageNumber" : 1,
  "PageSize" : 10,
  "RequestId" : "8252db58-2036-408c-a3d5-56e656dc2551",
  "TotalCount" : 3,
  "Keys" : [ {
    "KeyId" : "08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4****",
    "KeyArn" : "acs:kms:cn-hangzhou:123456:key/80e9409f-78fa-42ab-84bd-83f40c81****"
  } ]
}`;
const SOURCE = { region: "cn-hangzhou", project: null };
const KEY = { KeyId: "k-1", KeyArn: "arn-1" };
const page = (Keys: unknown, more: object = {}) => JSON.stringify({ PageNumber: 1, PageSize: 100, RequestId: "rid", TotalCount: 1, Keys, ...more });

const connected = (...answers: (Canned | string)[]) => connectTo("alibaba", ...answers);

describe("ListKeys", () => {
  it("reads the sample of the documentation, and goes on since three keys are claimed and one came", async () => {
    const { connection, asked } = await connected(SAMPLE);
    const read = await connection.listKeys(SOURCE);
    expect(read).toMatchObject({ claimed: 3, next: "2", call: { operation: "ListKeys", requestId: "8252db58-2036-408c-a3d5-56e656dc2551" }, pushedDown: [] });
    expect(read.items.map(({ keyId, arn, described }) => ({ keyId, arn, described }))).toEqual([
      { keyId: "08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4****", arn: "acs:kms:cn-hangzhou:123456:key/80e9409f-78fa-42ab-84bd-83f40c81****", described: false },
    ]);
    expect(new Set(Object.values(read.items[0]?.absent ?? {}).map((absence) => absence.reason))).toEqual(new Set(["pending"]));
    expect([asked[0]?.url.pathname, asked[0]?.url.search, asked[0]?.body]).toEqual(["/kms/cn-hangzhou", "?PageNumber=1&PageSize=100", ""]);
  });

  it.each([
    ["nested", { Key: [KEY] }, ["k-1"]],
    ["flat", [KEY], ["k-1"]],
    ["a single object", { Key: KEY }, ["k-1"]],
    ["twice the same", { Key: [KEY, KEY] }, ["k-1"]],
    ["no rows", { Key: [] }, []],
    ["null inside", { Key: null }, []],
    ["an empty object", {}, []],
    ["null", null, []],
    ["nothing", undefined, []],
  ])("takes a list that comes as %s", async (_, keys, keyIds) => {
    const { connection } = await connected(page(keys));
    expect((await connection.listKeys(SOURCE)).items.map((item) => item.keyId)).toEqual(keyIds);
  });

  it.each([
    ["no list and no total", JSON.stringify({ RequestId: "rid" })],
    ["rows that are no objects", page({ Key: ["k-1"] })],
    ["a key without id", page({ Key: [{ KeyArn: "a" }] })],
    ["a list in words", page("none")],
    ["a total that is no number", page({ Key: [KEY] }, { TotalCount: "many" })],
    ["a negative total", page({ Key: [KEY] }, { TotalCount: -1 })],
    ["another page than asked", page({ Key: [KEY] }, { PageNumber: 7 })],
  ])("takes %s for nonsense", async (_, body) => {
    const { connection } = await connected(body);
    await expect(connection.listKeys(SOURCE)).rejects.toMatchObject({ kind: "protocol", requestId: "rid-header" });
  });

  it.each([
    [{ PageSize: 2, TotalCount: 9 }, 2, 0, "2"],
    [{ PageSize: 2, TotalCount: 2 }, 2, 0, "2"],
    [{ PageSize: 2, TotalCount: 1 }, 1, 0, null],
    [{ PageSize: "2", TotalCount: "3" }, 1, 2, null],
    [{ PageSize: 100, TotalCount: 5 }, 1, 3, "2"],
    [{ PageSize: 100, TotalCount: 5 }, 0, 3, null],
    [{ TotalCount: 1, PageSize: undefined }, 1, 0, "2"],
    [{ PageSize: 2, TotalCount: undefined }, 1, 0, "2"],
  ])("ends %j with %i rows after %i seen at %s", async (more, rows, seen, next) => {
    const { connection } = await connected(page({ Key: Array.from({ length: rows }, (_, n) => ({ KeyId: `k-${n}` })) }, more));
    expect((await connection.listKeys(SOURCE, { seen })).next).toBe(next);
  });

  it("asks for what it is told, and refuses what no page of this cloud takes", async () => {
    const { connection, asked } = await connected(page({ Key: [KEY] }, { PageNumber: 4 }));
    await connection.listKeys(SOURCE, { pageToken: "4", pageSize: 7 });
    expect(asked[0]?.url.search).toBe("?PageNumber=4&PageSize=7");
    for (const bad of [{ pageToken: "x" }, { pageToken: "0" }, { pageToken: "-1" }, { pageSize: 0 }, { pageSize: 101 }, { pageSize: 1.5 }]) {
      await expect(connection.listKeys(SOURCE, bad)).rejects.toMatchObject({ code: "invalid_query" });
    }
    await expect(connection.listKeys({ region: "evil.example/#", project: null })).rejects.toMatchObject({ code: "unknown_region" });
    expect(asked.length).toBe(1);
  });
});
