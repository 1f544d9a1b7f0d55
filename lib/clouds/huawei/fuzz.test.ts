import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CloudError } from "#lib/model/problem.ts";
import type { Incoming, Io } from "../cloud.ts";
import { cloudOf } from "../registry.ts";

const SOURCE = { region: "cn-north-4", project: "p" };
const DETAILS = {
  key_id: "k1",
  domain_id: "d",
  key_alias: "a",
  key_description: "",
  key_spec: "AES_256",
  key_usage: "ENCRYPT_DECRYPT",
  creation_date: "1502799822000",
  scheduled_deletion_date: "",
  key_state: "2",
  default_key_flag: "0",
  origin: "kms",
  expiration_time: "",
  key_rotation_enabled: "true",
  sys_enterprise_project_id: "0",
  keystore_id: "0",
};
const LIST = { keys: ["k1", "k2"], key_details: [DETAILS], next_marker: "", truncated: "false", total: 2 };
const BODIES: Record<string, unknown> = {
  list: LIST,
  describe: { key_info: DETAILS },
  rotation: {
    key_rotation_enabled: true,
    rotation_interval: 30,
    last_rotation_time: "1502799822000",
    number_of_rotations: 1,
    key_materials: [{ material_id: "m", state: 2 }],
  },
  tags: { resources: [{ resource_id: "k1", resource_detail: DETAILS, tags: [{ key: "a", value: "b" }] }], total_count: 1 },
  ofOne: { tags: [{ key: "a", value: "b" }], existTagsNum: 1 },
  aliases: { aliases: [{ key_id: "k1", alias: "alias/a" }], page_info: { next_marker: "", current_count: 1 } },
  grants: { grants: [{ grant_id: "g", grantee_principal: "p", operations: ["o"], creation_date: "1" }], next_marker: "", truncated: "false", total: 1 },
  quotas: { quotas: { resources: [{ type: "CMK", used: 1, quota: 100 }] } },
  keystores: { total: 1, keystores: [{ keystore_id: "s", keystore_alias: "a", keystore_type: "DHSM" }] },
};
const odd = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 1e300, "", "__proto__", "constructor", "\u0000", "9".repeat(400), [], {}, { toString: 1, valueOf: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The same answer with one of its members, at any depth, retyped, renamed or taken out; or the text itself cut. */
function mutated(body: unknown): fc.Arbitrary<string> {
  const paths = pathsOf(body);
  const change = fc.tuple(fc.constantFrom(...paths), fc.constantFrom("set", "drop", "proto"), odd).map(([path, how, value]) => text(body, path, how, value));
  const cut = fc.nat({ max: JSON.stringify(body).length }).map((end) => JSON.stringify(body).slice(0, end));
  return fc.oneof({ weight: 9, arbitrary: change }, { weight: 1, arbitrary: cut });
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
  const inner = value !== null && typeof value === "object" ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([name, each]) => pathsOf(each, [...path, name]))];
}

function text(body: unknown, path: string[], how: string, value: unknown): string {
  const whole = { root: structuredClone(body) } as Record<string, unknown>;
  const last = ["root", ...path].at(-1) ?? "";
  const holder = ["root", ...path].slice(0, -1).reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, whole);
  if (how === "drop" && path.length > 0) delete holder[last];
  else if (how === "proto" && path.length > 0)
    Object.defineProperty(holder, "__proto__", { value: { polluted: value }, enumerable: true, configurable: true, writable: true });
  else holder[last] = value;
  return JSON.stringify(whole.root) ?? "";
}

/** The adapter alone, on an answer that comes at once. */
function answering(body: () => string) {
  const io: Io = {
    now: () => new Date(),
    send: async (call) => call.read({ status: 200, headers: { "x-request-id": "rid" }, text: body() } satisfies Incoming),
  };
  return cloudOf("huawei").connect({ credential: { type: "access-key", accessKeyId: "AK", secretAccessKey: "SK" }, endpoints: {}, projects: {} }, io);
}

describe("retyped, renamed and cut answers", () => {
  let body = "";
  const connection = answering(() => body);
  const asks: Record<string, () => Promise<unknown>> = {
    list: () => connection.listKeys(SOURCE),
    describe: () => connection.describeKey(SOURCE, "k1"),
    rotation: async () => [
      await connection.details[0]?.read(SOURCE, "k1"),
      await connection.extras[0]?.read(SOURCE, { keyId: "k1", arn: null, values: {}, absent: {} }),
    ],
    tags: async () => connection.sweeps[1]?.page(SOURCE, { pageToken: null, keyIds: ["k1"] }),
    ofOne: async () => connection.sweepsOfOne?.[1]?.read(SOURCE, "k1"),
    aliases: async () => [await connection.sweeps[0]?.page(SOURCE, { pageToken: null, keyIds: ["k1"] }), await connection.sweepsOfOne?.[0]?.read(SOURCE, "k1")],
    grants: async () => connection.extras[1]?.read(SOURCE, { keyId: "k1", arn: null, values: {}, absent: {} }),
    quotas: async () => connection.about[0]?.read(SOURCE),
    keystores: async () => connection.about[1]?.read(SOURCE),
  };

  it.each(Object.keys(BODIES))("give a value, an absence or a CloudError: %s", async (name) => {
    body = JSON.stringify(BODIES[name]);
    await asks[name]?.();
    const property = fc.asyncProperty(mutated(BODIES[name]), async (changed) => {
      body = changed;
      const told = await asks[name]?.().catch((error: unknown) => {
        if (error instanceof CloudError) return null;
        throw error;
      });
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
      if (told !== null) expect(() => JSON.stringify(told)).not.toThrow();
    });
    await fc.assert(property, { numRuns: 250, seed: 20_261_122 });
  });

  it("never lose a key that a readable listing names", async () => {
    const property = fc.asyncProperty(mutated(LIST), async (changed) => {
      body = changed;
      const page = await connection.listKeys(SOURCE).catch((error: unknown) => {
        if (error instanceof CloudError) return null;
        throw error;
      });
      if (!page) return;
      const { keys, key_details: details } = JSON.parse(changed) as { keys?: string[] | null; key_details?: { key_id: unknown }[] | null };
      const named = new Set([...(keys ?? []), ...(details ?? []).map(({ key_id: id }) => String(id))]);
      expect(new Set(page.items.map(({ keyId }) => keyId))).toEqual(named);
    });
    await fc.assert(property, { numRuns: 500, seed: 20_261_122 });
  });
});
