import { describe, expect, it } from "vitest";
import type { NativeFilter } from "../cloud.ts";
import { type Canned, connectTo } from "../testing/connect-to.ts";
import { failureOf } from "../testing/failure-of.ts";
import { walkKeys } from "../walk-keys.ts";

const SOURCE = { region: "cn-north-4", project: "p" };
const OTC = { region: "eu-de", project: "p" };
const PROJECT = "0a1b2c3d-0000-4000-8000-00000000000a";
const refusal = (code: string): Canned => ({ status: 400, body: JSON.stringify({ error: { error_code: code, error_msg: "key_spec" } }) });
const page = (details: object[], next = ""): string =>
  JSON.stringify({ keys: [], key_details: details, next_marker: next, truncated: String(next !== ""), total: 9 });
const key = (n: number, key_spec = "AES_256", key_state = "2") => ({ key_id: `k${n}`, key_spec, key_state });
const sent = (asked: { body: string }[]) => asked.map(({ body }) => JSON.parse(body));

describe("a site that refuses key_spec", () => {
  it.each(["KMS.0308", "KMS.1110"])(
    "is asked without it in the same call after %s, remembered by region, and its listing is called what it is",
    async (code) => {
      const { connection, asked } = await connectTo("huawei", refusal(code), page([key(1)], "1"), page([key(2)]));
      const first = await connection.listKeys(OTC, { pageSize: 1 });
      const second = await connection.listKeys(OTC, { pageSize: 1, pageToken: first.next });
      expect([first.onlySpecs, second.onlySpecs, second.next]).toEqual([["aes-256"], ["aes-256"], null]);
      expect(sent(asked)).toEqual([{ key_spec: "ALL", limit: "1" }, { limit: "1" }, { limit: "1", marker: "1" }]);
      await connection.listKeys({ ...OTC, region: "eu-nl" }, { pageSize: 1 });
      expect(sent(asked)[3]).toEqual({ key_spec: "ALL", limit: "1" });
    },
  );

  it("is whole after all where keys of other specs come", async () => {
    const { connection } = await connectTo("huawei", refusal("KMS.0308"), page([key(1), key(2, "RSA_2048")]));
    expect((await connection.listKeys(OTC)).onlySpecs).toBeNull();
  });

  it("gets a bare 400 taken for that only where its pages do not know the member", async () => {
    const bare = { status: 400, body: "" };
    const { connection, asked } = await connectTo("huawei", bare, page([key(1)]));
    expect((await connection.listKeys(OTC)).onlySpecs).toEqual(["aes-256"]);
    expect(asked).toHaveLength(2);
    const other = await connectTo("huawei", bare);
    expect(await failureOf(other.connection.listKeys(SOURCE))).toMatchObject({ kind: "protocol", code: "HTTP 400" });
    expect(other.asked).toHaveLength(1);
  });

  it("gives its own refusal where nothing helps, and is not remembered for that", async () => {
    const { connection, asked } = await connectTo("huawei", refusal("KMS.0308"), refusal("KMS.1110"), page([key(1)]));
    expect(await failureOf(connection.listKeys(OTC))).toMatchObject({ kind: "protocol", code: "KMS.0308" });
    expect((await connection.listKeys(OTC)).onlySpecs).toBeNull();
    expect(sent(asked)[2]).toMatchObject({ key_spec: "ALL" });
  });

  it("lets one refused filter go before it gives up on every spec", async () => {
    const { connection, asked } = await connectTo("huawei", refusal("KMS.1110"), refusal("KMS.1110"), page([key(1, "SM2")]));
    const listed = await connection.listKeys(SOURCE, { filter: { spec: ["sm2"], enterpriseProject: [PROJECT] } });
    expect(listed).toMatchObject({ pushedDown: [], refused: ["spec", "enterpriseProject"], onlySpecs: null });
    expect(sent(asked)[2]).toEqual({ key_spec: "ALL", limit: "2000" });
  });
});

describe("filters", () => {
  it("sends one value of each, and an enterprise project only where the site has them", async () => {
    const { connection, asked } = await connectTo("huawei", page([]));
    const filter = { state: ["disabled"], spec: ["rsa-2048"], enterpriseProject: [PROJECT], protection: ["software"] };
    expect((await connection.listKeys(SOURCE, { filter })).pushedDown).toEqual(["state", "spec", "enterpriseProject"]);
    expect((await connection.listKeys(OTC, { filter })).pushedDown).toEqual(["state", "spec"]);
    expect(sent(asked)).toEqual([
      { key_spec: "RSA_2048", enterprise_project_id: PROJECT, key_state: "3", limit: "2000" },
      { key_spec: "RSA_2048", key_state: "3", limit: "2000" },
    ]);
  });

  it("never sends half of a list, nor a project that is none", async () => {
    const { connection, asked } = await connectTo("huawei", page([]));
    const filters: NativeFilter[] = [
      { spec: ["aes-256", "sm4"] },
      { state: ["enabled", "frozen"] },
      { enterpriseProject: ["all"] },
      { enterpriseProject: ["0", PROJECT] },
    ];
    for (const filter of filters) expect((await connection.listKeys(SOURCE, { filter })).pushedDown).toEqual([]);
    expect(new Set(asked.map(({ body }) => body))).toEqual(new Set(['{"key_spec":"ALL","limit":"2000"}']));
  });

  it("asks for several states one after the other, a page a call", async () => {
    const { connection, asked } = await connectTo("huawei", page([key(1)], "1"), page([key(2)]), page([]), page([key(3, "AES_256", "4")]));
    const filter = { state: ["pending-deletion", "enabled", "disabled"] };
    const pages = [];
    for await (const each of walkKeys(connection, SOURCE, { filter, pageSize: 1 })) pages.push(each);
    expect(pages.map(({ next, claimed, pushedDown, items }) => [next, claimed, pushedDown, items.length])).toEqual([
      ["2~1", null, ["state"], 1],
      ["3~", null, ["state"], 1],
      ["4~", null, ["state"], 0],
      [null, null, ["state"], 1],
    ]);
    expect(sent(asked).map(({ key_state, marker }) => [key_state, marker])).toEqual([
      ["2", undefined],
      ["2", "1"],
      ["3", undefined],
      ["4", undefined],
    ]);
  });

  const pagesOf = async (filter: NativeFilter, answers: (Canned | string)[], source = SOURCE) => {
    const { connection, asked } = await connectTo("huawei", ...answers);
    const pages = [];
    for await (const each of walkKeys(connection, source, { filter, pageSize: 1 })) pages.push(each);
    return { pages, asked: sent(asked).map(({ key_state, keystore_type, marker }) => [key_state, keystore_type, marker]) };
  };

  it("asks for hardware as one listing for each kind of keystore, and for each state of those that are wanted", async () => {
    const one = await pagesOf({ protection: ["hsm"] }, [page([key(1)], "1"), page([key(2)]), page([key(3)])]);
    expect(one.asked).toEqual([
      [undefined, "DHSM", undefined],
      [undefined, "DHSM", "1"],
      [undefined, "CDMS", undefined],
    ]);
    expect(one.pages.map(({ next, claimed, pushedDown, isFurther }) => [next, claimed, pushedDown, isFurther])).toEqual([
      ["DHSM~1", null, ["protection"], false],
      ["CDMS~", null, ["protection"], false],
      [null, null, ["protection"], true],
    ]);
    const both = await pagesOf({ protection: ["hsm"], state: ["enabled", "disabled"] }, [page([])]);
    expect(both.asked).toEqual([
      ["2", "DHSM", undefined],
      ["2", "CDMS", undefined],
      ["3", "DHSM", undefined],
      ["3", "CDMS", undefined],
    ]);
    expect(both.pages.map(({ next }) => next)).toEqual(["2.CDMS~", "3.DHSM~", "3.CDMS~", null]);
  });

  it("asks once a state where a site does not take the kind of keystore, and never where its pages do not know it", async () => {
    const refusing = await pagesOf({ protection: ["hsm"], state: ["enabled", "disabled"] }, [refusal("KMS.0308"), page([key(1)]), page([key(2)])]);
    expect(refusing.asked).toEqual([
      ["2", "DHSM", undefined],
      ["2", undefined, undefined],
      ["3", undefined, undefined],
    ]);
    expect(refusing.pages.map(({ pushedDown, refused }) => [pushedDown, refused])).toEqual(Array(2).fill([["state"], ["protection"]]));
    for (const [filter, source] of [
      [{ protection: ["hsm"] }, OTC],
      [{ protection: ["hsm", "software"] }, SOURCE],
    ] as const) {
      const { pages, asked } = await pagesOf(filter, [page([])], source);
      expect([pages.map(({ pushedDown }) => pushedDown), asked]).toEqual([[[]], [[undefined, undefined, undefined]]]);
    }
  });

  it("survives a cloud that ignores the state: every key once, and no end before the last state", async () => {
    const { connection, asked } = await connectTo("huawei", page([key(1), key(2, "AES_256", "3")]));
    const ids = new Set<string>();
    for await (const { items } of walkKeys(connection, SOURCE, { filter: { state: ["enabled", "disabled"] } })) for (const { keyId } of items) ids.add(keyId);
    expect([...ids]).toEqual(["k1", "k2"]);
    expect(asked).toHaveLength(2);
  });

  it.each([
    ["3~x y", ["enabled", "disabled"]],
    ["1~", ["enabled", "disabled"]],
    ["2~", ["enabled", "disabled"]],
    ["2000", ["enabled", "disabled"]],
    ["3~1~2", ["enabled", "disabled"]],
    ["3~1", ["disabled"]],
    ["3~", []],
  ])("refuses the token %s for the states %j", async (pageToken, state) => {
    const { connection, asked } = await connectTo("huawei", page([]));
    await expect(connection.listKeys(SOURCE, { pageToken, filter: { state } })).rejects.toMatchObject({ code: "invalid_query", field: "pageToken" });
    expect(asked).toEqual([]);
  });
});
