import { describe, expect, it } from "vitest";
import type { Extra, OpenedKey, ReadExtra } from "../cloud.ts";
import { type Canned, connectTo } from "../testing/connect-to.ts";
import { failureOf } from "../testing/failure-of.ts";

const SOURCE = { region: "cn-hangzhou", project: null };
const KEY: OpenedKey = { keyId: "k-1", arn: null, values: { instance: "kst-1", manager: "customer" }, absent: {} };
const opened = (PrimaryKeyVersion: unknown) => ({ ...KEY, raw: { DescribeKey: { PrimaryKeyVersion } } });

async function extra<Name extends Extra["name"]>(name: Name, ...answers: (Canned | string | object)[]) {
  const { connection, asked } = await connectTo("alibaba", ...answers.map((answer) => ("body" in Object(answer) ? (answer as Canned) : textOf(answer))));
  const found = connection.extras.find((one): one is Extract<Extra, { name: Name }> => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return { found, asked };
}
const told = <T>(read: ReadExtra<T>): T => {
  if (!("value" in read)) throw new Error("it is absent");
  return read.value;
};
const textOf = (answer: unknown) => (typeof answer === "string" ? answer : JSON.stringify(answer));
const row = (n: number) => ({ KeyId: "k-1", KeyVersionId: `v-${n}`, CreationDate: "2024-03-25T10:42:40Z" });
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => row(from + n));
const page = (PageNumber: number, KeyVersion: unknown, TotalCount: number) => ({
  RequestId: `r-${PageNumber}`,
  PageNumber,
  PageSize: 100,
  TotalCount,
  KeyVersions: { KeyVersion },
});

describe("ListKeyVersions", () => {
  it("reads the answer of the documentation, nested and flat", async () => {
    // The response demo of the API metadata.
    const demo = {
      TotalCount: 2,
      PageNumber: 1,
      PageSize: 10,
      RequestId: "3455b9b4-95c1-419d-b310-db6a53b09a39",
      KeyVersions: {
        KeyVersion: [
          { KeyId: "0b30658a-ed1a-4922-b8f7-a673ca9c****", KeyVersionId: "2ab1a983-7072-4bbc-a582-584b5bd8****", CreationDate: "2016-03-25T10:42:40Z" },
          { KeyId: "0b30658a-ed1a-4922-b8f7-a673ca9c****", KeyVersionId: "2ab1a983-7072-4bbc-a582-584b5bd9****", CreationDate: "" },
        ],
      },
    };
    for (const answer of [demo, { ...demo, KeyVersions: demo.KeyVersions.KeyVersion }]) {
      const { found, asked } = await extra("versions", answer);
      const read = await found.read(SOURCE, opened("2ab1a983-7072-4bbc-a582-584b5bd8****"));
      expect(told(read)).toEqual([
        { id: "2ab1a983-7072-4bbc-a582-584b5bd8****", createdAt: "2016-03-25T10:42:40.000Z", isPrimary: true, state: null, expiresAt: null },
        { id: "2ab1a983-7072-4bbc-a582-584b5bd9****", createdAt: null, isPrimary: false, state: null, expiresAt: null },
      ]);
      expect([read.call.operation, read.call.requestId, read.raw]).toEqual(["ListKeyVersions", demo.RequestId, demo.KeyVersions.KeyVersion]);
      expect(asked[0]?.url.search).toBe("?KeyId=k-1&PageNumber=1&PageSize=100");
    }
  });

  it("takes all pages, the primary one wherever it stands", async () => {
    const { found, asked } = await extra("versions", page(1, rows(0, 100), 201), page(2, rows(100, 200), 201), page(3, rows(200, 201), 201));
    const value = told(await found.read(SOURCE, opened("v-200")));
    expect(value.map(({ id }) => id)).toEqual(rows(0, 201).map((one) => one.KeyVersionId));
    expect(value.filter(({ isPrimary }) => isPrimary).map(({ id }) => id)).toEqual(["v-200"]);
    expect(asked).toHaveLength(3);
  });

  it("does not know a primary version that nobody named", async () => {
    for (const key of [KEY, opened(""), opened(undefined), opened(7), { ...KEY, raw: { DescribeKey: null } }]) {
      const { found } = await extra("versions", page(1, row(1), 1));
      expect(told(await found.read(SOURCE, key)).map(({ isPrimary }) => isPrimary)).toEqual([null]);
    }
  });

  it("tells none from nonsense", async () => {
    expect(told(await (await extra("versions", page(1, [], 0))).found.read(SOURCE, KEY))).toEqual([]);
    for (const answer of [{}, page(1, [{ KeyId: "k-1" }], 1), page(1, ["v-1"], 1), page(2, [], 0), { ...page(1, rows(0, 1), 1), TotalCount: "x" }]) {
      expect(await failureOf((await extra("versions", answer)).found.read(SOURCE, KEY))).toMatchObject({ kind: "protocol" });
    }
  });

  it("ends, whatever the cloud does", async () => {
    const repeated = await extra("versions", page(1, rows(0, 100), 300), { ...page(2, rows(0, 100), 300) });
    expect(await failureOf(repeated.found.read(SOURCE, KEY))).toMatchObject({ kind: "protocol", code: "page_repeated" });
    expect(repeated.asked).toHaveLength(2);
    const endless = await extra("versions", ...Array.from({ length: 101 }, (_, n) => page(n + 1, [row(n)], 9_999)));
    expect(await failureOf(endless.found.read(SOURCE, KEY))).toMatchObject({ kind: "protocol", code: "listing_endless" });
    expect(endless.asked).toHaveLength(100);
  });
});

describe("GetKeyPolicy", () => {
  const policy = (Policy: unknown) => ({ RequestId: "r", Policy });

  it("keeps the policy as it is printed, JSON or not, and of any length", async () => {
    const long = `{"Statement":[{"Sid":"${"x".repeat(32_768)}"}]}`;
    for (const text of ['{"Version":"1","Statement":[]}', "not { json", long, "<b>\u202e"]) {
      const { found, asked } = await extra("policy", policy(text));
      expect(await found.read(SOURCE, KEY)).toMatchObject({ value: text, call: { operation: "GetKeyPolicy", requestId: "r" } });
      expect(asked[0]?.url.search).toBe("?KeyId=k-1&PolicyName=default");
    }
  });

  it("hears 'none' in an empty policy and in ResourceNotFound, and in nothing else", async () => {
    const none = { status: 404, body: JSON.stringify({ Code: "Forbidden.ResourceNotFound", RequestId: "r-none" }) };
    expect(await (await extra("policy", none)).found.read(SOURCE, KEY)).toMatchObject({
      value: null,
      call: { operation: "GetKeyPolicy", requestId: "r-none" },
    });
    expect(told(await (await extra("policy", policy(""))).found.read(SOURCE, KEY))).toBeNull();
    for (const answer of [{}, policy(null), policy({ Version: "1" }), policy(7)]) {
      expect(await failureOf((await extra("policy", answer)).found.read(SOURCE, KEY))).toMatchObject({ kind: "protocol", code: "policy_missing" });
    }
    for (const [status, Code, kind] of [
      [404, "Forbidden.KeyNotFound", "not-found"],
      [404, "InvalidAction.NotFound", "protocol"],
      [403, "Forbidden.NoPermission", "forbidden"],
    ] as const) {
      expect(await failureOf((await extra("policy", { status, body: JSON.stringify({ Code }) })).found.read(SOURCE, KEY))).toMatchObject({ kind });
    }
  });

  it("is asked for keys in an instance, and for those of which nobody knows", async () => {
    const { found } = await extra("policy", {});
    expect(found.excuse(KEY)).toBeNull();
    expect(found.excuse({ ...KEY, values: {}, absent: { instance: { reason: "denied" } } })).toBeNull();
    expect(found.excuse({ ...KEY, values: { instance: null } })).toEqual({ reason: "not-applicable", note: "only keys in a KMS instance have a policy" });
    expect(found.excuse({ ...KEY, values: { instance: "kst-1", manager: "service" } })).toEqual({ reason: "not-applicable", note: "service key" });
  });
});
