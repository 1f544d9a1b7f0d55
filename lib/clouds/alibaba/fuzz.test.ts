import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FACT_FIELDS } from "#lib/model/key.ts";
import { CloudError } from "#lib/model/problem.ts";
import { ABSENT_REASONS } from "#lib/model/vocabulary.ts";
import type { Connection, OpenedKey } from "../cloud.ts";
import { openIo } from "../http.ts";
import { QUICK } from "../testing/open-emulated.ts";
import { type Loopback, serveLoopback } from "../testing/serve-loopback.ts";
import { alibaba } from "./index.ts";

const SOURCE = { region: "cn-hangzhou", project: null };
const OPENED: OpenedKey = { keyId: "k-1", arn: null, values: {}, absent: {}, raw: { DescribeKey: { PrimaryKeyVersion: "v-1" } } };
const paged = (more: object) => ({ RequestId: "r", PageNumber: 1, PageSize: 100, TotalCount: 2, ...more });
const KEY_METADATA = {
  KeyId: "k-1",
  Arn: "acs:kms:cn-hangzhou:1:key/k-1",
  CreationDate: "2024-05-20T06:34:21Z",
  Creator: "1203004500067891",
  Description: "",
  KeyState: "Enabled",
  KeyUsage: "ENCRYPT/DECRYPT",
  KeySpec: "Aliyun_AES_256",
  Origin: "Aliyun_KMS",
  ProtectionLevel: "SOFTWARE",
  LastRotationDate: "2024-06-20T06:34:21Z",
  NextRotationDate: "2027-06-20T06:34:21Z",
  AutomaticRotation: "Enabled",
  RotationInterval: "31536000s",
  DeleteDate: "",
  DeletionProtection: "Disabled",
};
const alias = (n: number) => ({ AliasName: `alias/${n}`, AliasArn: "a", KeyId: "k-1" });

/** Each call with an answer that it takes, and what must hold of whatever it makes of a spoilt one. */
const CALLS: Record<string, { answer: object; ask(connection: Connection): Promise<unknown>; check(value: never, sent: object): void }> = {
  ListKeys: {
    answer: paged({ Keys: { Key: [{ KeyId: "k-1", KeyArn: "a" }, { KeyId: "k-2" }] } }),
    ask: async (connection) => (await connection.listKeys(SOURCE)).items.map(({ keyId }) => keyId),
    check: (ids: string[], sent) => expect(ids).toEqual([...new Set(idsIn(sent, "Keys", "Key", "KeyId"))]),
  },
  DescribeKey: {
    answer: { RequestId: "r", KeyMetadata: KEY_METADATA },
    ask: async (connection) => (await connection.describeKey(SOURCE, "k-1")).value,
    check: (key: { values: object; absent: Record<string, { reason: string }> }) => {
      const told = [...Object.keys(key.values), ...Object.keys(key.absent)];
      expect(told.toSorted()).toEqual(FACT_FIELDS.filter((field) => !["alias", "aliases", "tags", "enterpriseProject"].includes(field)).sort());
      for (const { reason } of Object.values(key.absent)) expect(ABSENT_REASONS).toContain(reason);
    },
  },
  ListAliases: {
    answer: paged({ Aliases: { Alias: [alias(1), alias(2)] } }),
    ask: async (connection) => (await connection.sweeps[0]?.page(SOURCE, { pageToken: null, keyIds: [] }))?.readings.map(({ keyId }) => keyId),
    check: (ids: string[], sent) => expect(ids).toEqual([...new Set(idsIn(sent, "Aliases", "Alias", "KeyId"))]),
  },
  ListTagResources: {
    answer: { RequestId: "r", NextToken: "", TagResources: { TagResource: [{ ResourceId: "k-1", TagKey: "env", TagValue: "prod" }] } },
    ask: async (connection) => (await connection.sweeps[1]?.page(SOURCE, { pageToken: null, keyIds: ["k-1"] }))?.readings.map(({ keyId }) => keyId),
    check: (ids: string[], sent) => expect(ids).toEqual([...new Set(idsIn(sent, "TagResources", "TagResource", "ResourceId"))]),
  },
  ListAliasesByKeyId: {
    answer: paged({ Aliases: { Alias: [alias(1), alias(2)] } }),
    ask: async (connection) => (await connection.sweepsOfOne?.[0]?.read(SOURCE, "k-1"))?.value.values.aliases,
    check: (names: string[], sent) => expect(names).toEqual([...new Set(idsIn(sent, "Aliases", "Alias", "AliasName"))]),
  },
  ListResourceTags: {
    answer: { RequestId: "r", Tags: { Tag: [{ KeyId: "k-1", TagKey: "env", TagValue: "prod" }] } },
    ask: async (connection) => (await connection.sweepsOfOne?.[1]?.read(SOURCE, "k-1"))?.value.values.tags,
    check: (tags: object, sent) => expect(Object.keys(tags).toSorted()).toEqual([...new Set(idsIn(sent, "Tags", "Tag", "TagKey"))].sort()),
  },
  ListKeyVersions: {
    answer: paged({ KeyVersions: { KeyVersion: [{ KeyId: "k-1", KeyVersionId: "v-1", CreationDate: "2024-05-20T06:34:21Z" }] }, TotalCount: 1 }),
    ask: async (connection) => {
      const read = await connection.extras[0]?.read(SOURCE, OPENED);
      return read && "value" in read ? read.value : null;
    },
    check: (versions: { id: string }[], sent) =>
      expect(versions.map(({ id }) => id)).toEqual([...new Set(idsIn(sent, "KeyVersions", "KeyVersion", "KeyVersionId"))]),
  },
  GetKeyPolicy: {
    answer: { RequestId: "r", Policy: "{}" },
    ask: async (connection) => {
      const read = await connection.extras[1]?.read(SOURCE, OPENED);
      return read && "value" in read ? read.value : undefined;
    },
    check: (policy: unknown, sent) => expect(policy).toBe((sent as { Policy: string }).Policy || null),
  },
  DescribeAccountKmsStatus: {
    answer: { RequestId: "r", AccountStatus: "Enabled" },
    ask: async (connection) => (await connection.about[0]?.read(SOURCE))?.value,
    check: (status: unknown) => expect(status).toEqual(expect.stringMatching(/./)),
  },
  ListKmsInstances: {
    answer: paged({
      KmsInstances: { KmsInstance: [{ KmsInstanceId: "kst-1" }] },
      KmsInstance: { InstanceId: "kst-1", Status: "Connected", EndDate: "" },
      TotalCount: 1,
    }),
    ask: async (connection) => (await connection.about[1]?.read(SOURCE))?.value,
    check: (instances: { id: string }[], sent) => {
      const isGone = (sent as { KmsInstance?: { InstanceId?: unknown } | null }).KmsInstance?.InstanceId === "";
      expect(instances.map(({ id }) => id)).toEqual(isGone ? [] : [...new Set(idsIn(sent, "KmsInstances", "KmsInstance", "KmsInstanceId"))]);
    },
  },
  GetCallerIdentity: {
    answer: { RequestId: "r", IdentityType: "RAMUser", AccountId: "1203004500067891", Arn: "acs:ram::1203004500067891:user/keyatlas" },
    ask: async (connection) => (await connection.check()).value,
    check: (identity: unknown) => expect(identity).toMatchObject({ cloudAccount: expect.stringMatching(/./), principal: expect.stringMatching(/./) }),
  },
  DescribeRegions: {
    answer: { RequestId: "r", Regions: { Region: [{ RegionId: "cn-hangzhou" }] } },
    ask: async (connection) => (await connection.regions()).value,
    check: (regions: unknown[]) => expect(regions.filter((region) => !alibaba.regionShape.test(String(region)))).toEqual([]),
  },
};

/** The ids that an answer lists, nested, flat or a single row. */
function idsIn(sent: object, outer: string, inner: string, id: string): unknown[] {
  const list = (sent as Record<string, unknown>)[outer];
  const rows = Array.isArray(list) ? list : (list as Record<string, unknown> | null | undefined)?.[inner];
  return [rows ?? []].flat().map((row) => (row as Record<string, unknown>)[id]);
}

const ODD = fc.oneof(
  fc.constantFrom<unknown>(null, "", " ", 0, -1, 1e21, 0.5, true, false, [], {}, [[]], [null], "constructor", "__proto__", "\u0000", "\ud800", {
    toString: 1,
    valueOf: 1,
  }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);

/** An answer with some of its members, anywhere, retyped, removed, or joined by members that every object has. */
function spoilt(answer: object): fc.Arbitrary<object> {
  const change = fc.record({ at: fc.nat(), how: fc.constantFrom("retype", "remove", "add", "double"), odd: ODD });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(answer);
    for (const { at, how, odd } of changes) {
      const places = placesIn(copy);
      const [holder, name] = places[at % places.length] ?? [copy, "RequestId"];
      if (how === "retype") Object.defineProperty(holder, name, { value: odd, enumerable: true, writable: true, configurable: true });
      else if (how === "remove" && Array.isArray(holder)) holder.splice(Number(name), 1);
      else if (how === "remove") Reflect.deleteProperty(holder, name);
      else if (how === "double" && Array.isArray(holder)) holder.push(structuredClone(holder[Number(name)]));
      else Object.defineProperty(holder, at % 2 ? "__proto__" : "constructor", { value: odd, enumerable: true, writable: true, configurable: true });
    }
    return JSON.parse(JSON.stringify(copy)) as object;
  });
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((name): [Record<string, unknown>, string][] => [
    [holder, name],
    ...placesIn(Object.getOwnPropertyDescriptor(holder, name)?.value),
  ]);
}

describe("an answer with members of other types, missing, doubled or foreign", () => {
  let body = "";
  let server: Loopback;
  let connection: Connection;
  beforeAll(async () => {
    server = await serveLoopback((response) => response.end(body));
    const io = openIo({ cloud: alibaba, credentialKey: "fuzz", allowedOrigins: [server.origin], pace: { ...QUICK, tries: 1, breaksAfter: 1e9, secondMs: 1 } });
    const credential = { type: "access-key", accessKeyId: "AK", accessKeySecret: "secret" };
    connection = alibaba.connect({ credential, endpoints: { kms: server.origin, sts: server.origin }, projects: {} }, io);
  });
  afterAll(() => server.close());

  it.each(Object.entries(CALLS))("of %s is a value that holds, or a failure in so many words", async (_, { answer, ask, check }) => {
    body = JSON.stringify(answer);
    check((await ask(connection)) as never, answer);
    await fc.assert(
      fc.asyncProperty(spoilt(answer), async (sent) => {
        body = JSON.stringify(sent);
        const before = Object.getOwnPropertyNames(Object.prototype).length;
        const outcome = await ask(connection).then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        );
        if ("error" in outcome) {
          if (!(outcome.error instanceof CloudError)) throw outcome.error;
          // An answer that gained a `Code` is an error of the cloud's, of whatever kind.
          if (!("Code" in sent)) expect(outcome.error.kind).toBe("protocol");
        } else check(outcome.value as never, sent);
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { seed: 42, numRuns: 170 },
    );
  });

  it("cut anywhere is a failure", async () => {
    const whole = JSON.stringify(CALLS.DescribeKey?.answer);
    for (let end = 0; end < whole.length; end += 7) {
      body = whole.slice(0, end);
      await expect(connection.describeKey(SOURCE, "k-1")).rejects.toMatchObject({ kind: "protocol", code: "answer_not_json" });
    }
  });
});
