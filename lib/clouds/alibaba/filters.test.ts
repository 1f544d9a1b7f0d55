import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { startEmulators } from "#emulators/index.ts";
import { formatValue } from "#lib/query/format-value.ts";
import { type Canned, connectTo } from "../testing/connect-to.ts";
import { failureOf } from "../testing/failure-of.ts";
import { openEmulated, sourcesOf } from "../testing/open-emulated.ts";
import { walkKeys } from "../walk-keys.ts";
import { PUSHED_DOWN, toFilters } from "./filters.ts";
import { tagWords } from "./tag-words.ts";

const SOURCE = { region: "cn-hangzhou", project: null };
const page = (more: object = {}) => JSON.stringify({ PageNumber: 1, PageSize: 1, RequestId: "rid", TotalCount: 2, Keys: { Key: [{ KeyId: "k-1" }] }, ...more });
const connected = (...answers: (Canned | string)[]) => connectTo("alibaba", ...answers);

describe("filters", () => {
  it.each([
    [{ state: ["enabled", "disabled"] }, '[{"Key":"KeyState","Values":["Enabled","Disabled"]}]', ["state"]],
    [{ usage: ["sign-verify"], spec: ["sm2"] }, '[{"Key":"KeyUsage","Values":["SIGN/VERIFY"]},{"Key":"KeySpec","Values":["EC_SM2"]}]', ["usage", "spec"]],
    [
      { instance: ["kst-1"], manager: ["service"], protection: ["hsm"] },
      '[{"Key":"DKMSInstanceId","Values":["kst-1"]},{"Key":"CreatorType","Values":["Service"]},{"Key":"ProtectionLevel","Values":["HSM"]}]',
      ["instance", "manager", "protection"],
    ],
    [{ spec: ["aes-256", "rsa-4096"] }, null, []],
    [{ state: ["frozen"] }, null, []],
    [{ alias: ["a", "alias/b/ü"] }, '[{"Key":"AliasName","Values":["alias/a","alias/b/ü"]}]', ["alias"]],
    [{ id: ["key-1", "key-1"] }, '[{"Key":"keyId","Values":["key-1"]}]', ["id"]],
    [{ id: ["key-1", "acs:kms:cn-hangzhou:1:key/key-2"] }, null, []],
    [{ tag: ["env:prod", "env:dev"] }, '[{"Key":"TagKey","Values":["env"]},{"Key":"TagValue","Values":["prod","dev"]}]', ["tag"]],
    [{ tag: ["env:prod", "owner"] }, '[{"Key":"TagKey","Values":["env","owner"]}]', ["tag"]],
    [{ tag: ["env:"] }, '[{"Key":"TagKey","Values":["env"]}]', ["tag"]],
    [{ tag: ["a\\:b:c:d\\,\\\\"] }, '[{"Key":"TagKey","Values":["a:b"]},{"Key":"TagValue","Values":["c:d,\\\\"]}]', ["tag"]],
    [{ tag: Array.from({ length: 11 }, (_, n) => `env:${n}`) }, '[{"Key":"TagKey","Values":["env"]}]', ["tag"]],
    [{ tag: Array.from({ length: 11 }, (_, n) => `env${n}`) }, null, []],
    [{ creator: ["1"] }, null, []],
    [{ state: [] }, null, []],
    [{ toString: ["x"] }, null, []],
    [{ instance: Array.from({ length: 11 }, (_, n) => `kst-${n}`) }, null, []],
  ])("pushes %j down as %s", async (filter, json, pushedDown) => {
    const { connection, asked } = await connected(page());
    expect((await connection.listKeys(SOURCE, { filter })).pushedDown).toEqual(pushedDown);
    expect(asked[0]?.url.searchParams.get("Filters")).toBe(json);
  });
});

describe("tags in a filter", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }).map((text) => text.replaceAll("\u0000", "-"));
  const tag = fc.record({ kind: fc.constant("tag" as const), key: fc.oneof(word, fc.constantFrom("none", "a:b", "\\", ",")), value: fc.option(word) });

  it("are read as the grammar writes them", () => {
    fc.assert(
      fc.property(tag, (value) => {
        expect(tagWords(formatValue("tag", value))).toEqual({ key: value.key, value: value.value });
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it("never hide a key that has one of them, whatever else it has", () => {
    fc.assert(
      fc.property(fc.array(tag, { minLength: 1, maxLength: 12 }), fc.dictionary(word, word), fc.nat(), (wanted, others, n) => {
        const pick = wanted[n % wanted.length] ?? { key: "", value: null };
        const held = { ...others, [pick.key]: pick.value ?? "anything" };
        const sent: { Key: string; Values: string[] }[] = JSON.parse(toFilters({ tag: wanted.map((value) => formatValue("tag", value)) }).json ?? "[]");
        const has: Record<string, string[]> = { TagKey: Object.keys(held), TagValue: Object.values(held) };
        for (const { Key, Values } of sent) expect(has[Key]?.some((one) => Values.includes(one))).toBe(true);
      }),
      { seed: 42, numRuns: 300 },
    );
  });
});

describe("a site that refuses the newer filter keys", () => {
  const REFUSED: Canned = { status: 400, body: JSON.stringify({ HttpStatus: 400, Code: "InvalidParameter", Message: "Filters", RequestId: "r" }) };
  const sent = (asked: { url: URL }[]) => asked.map(({ url }) => url.searchParams.get("Filters"));
  const filter = { state: ["enabled"], alias: ["a"], tag: ["env"] };

  it("is asked again without them at once, says so, and is not asked with them a second time", async () => {
    const { connection, asked } = await connected(REFUSED, page(), page({ PageNumber: 2 }), page());
    const first = await connection.listKeys(SOURCE, { filter });
    expect(first).toMatchObject({ pushedDown: ["state"], refused: ["alias", "tag"], next: "2-alias-tag" });
    expect((await connection.listKeys(SOURCE, { filter, pageToken: first.next })).refused).toEqual(["alias", "tag"]);
    expect((await connection.listKeys(SOURCE, { filter })).pushedDown).toEqual(["state"]);
    expect(sent(asked).map((text) => text?.includes("AliasName"))).toEqual([true, false, false, false]);
    expect((await connection.listKeys(SOURCE, { filter: { instance: ["kst-1"] } })).refused).toBeUndefined();
  });

  it("keeps a listing as it began: later pages neither gain nor lose a filter", async () => {
    const { connection, asked } = await connected(page({ PageNumber: 2 }), REFUSED);
    expect(await connection.listKeys(SOURCE, { filter, pageToken: "2-alias-tag" })).toMatchObject({ refused: ["alias", "tag"], next: "3-alias-tag" });
    expect(await failureOf(connection.listKeys(SOURCE, { filter, pageToken: "2" }))).toMatchObject({ kind: "protocol", code: "InvalidParameter" });
    expect(asked).toHaveLength(2);
    await expect(connection.listKeys(SOURCE, { pageToken: "2-colour" })).rejects.toMatchObject({ code: "invalid_query" });
  });

  it("is told apart from one that refuses something else", async () => {
    for (const answer of [
      { status: 403, body: JSON.stringify({ Code: "Forbidden.NoPermission" }) },
      { status: 503, body: "" },
    ]) {
      const { connection, asked } = await connected(answer, page());
      await failureOf(connection.listKeys(SOURCE, { filter }));
      expect(asked).toHaveLength(1);
    }
    const { connection, asked } = await connected(REFUSED);
    expect(await failureOf(connection.listKeys(SOURCE))).toMatchObject({ code: "InvalidParameter" });
    expect(asked).toHaveLength(1);
  });

  it("is asked without any filter where it refuses the documented ones too", async () => {
    const { connection, asked } = await connected(REFUSED, REFUSED, page());
    expect(await connection.listKeys(SOURCE, { filter })).toMatchObject({ pushedDown: [], refused: ["alias", "tag", "state"] });
    expect(asked).toHaveLength(3);
  });
});

it("finds every key on a site of the first filters, and says what was refused there", async () => {
  const emulators = await startEmulators({ olderFilters: "all", pageSize: 3 });
  onTestFinished(() => emulators.close());
  const account = emulators.world.accounts.find((one) => one.cloud === "alibaba");
  if (!account) throw new Error("no account");
  const { connection, reports } = openEmulated(emulators, account);
  const [source] = await sourcesOf(connection, account);
  if (!source) throw new Error("no source");
  const enabled = account.keys.filter((key) => key.region === source.region && key.facts.state === "enabled").map(({ keyId }) => keyId);
  const found: string[] = [];
  for await (const listed of walkKeys(connection, source, { filter: { state: ["enabled"], tag: ["env:prod"] } })) {
    expect([listed.pushedDown, listed.refused]).toEqual([["state"], ["tag"]]);
    found.push(...listed.items.map(({ keyId }) => keyId));
  }
  expect(found.toSorted()).toEqual(enabled.sort());
  expect(reports.filter(({ status }) => status === 400)).toHaveLength(1);
});

it("fits into the entries that a call takes, with every field at once", () => {
  const everything = { state: ["enabled"], spec: ["sm2"], usage: ["sign-verify"], protection: ["hsm"], manager: ["customer"], instance: ["kst-1"] };
  const { json, fields } = toFilters({ ...everything, id: ["k"], alias: ["a"], tag: ["env:prod"] });
  expect(fields.toSorted()).toEqual(PUSHED_DOWN.toSorted());
  expect(JSON.parse(json ?? "[]")).toHaveLength(10);
});
