import { expect, test } from "vitest";
import { CLOUDS } from "#lib/model/vocabulary.ts";
import { addKey, changeKey, removeKey } from "./world/change-keys.ts";
import { createWorld, type WorldKey } from "./world.ts";

const DAY_MS = 86_400_000;
const now = new Date("2026-11-22T14:32:08Z");
const world = createWorld({ now });
const keysOf = (cloud: string): WorldKey[] => world.accounts.filter((account) => account.cloud === cloud).flatMap((account) => account.keys);
const inDays = (iso: string | null) => (iso === null ? Number.NaN : (Date.parse(iso) - now.getTime()) / DAY_MS);

test("the same seed and moment give the same world, another seed another one", () => {
  expect(createWorld({ now })).toEqual(world);
  expect(createWorld({ now, seed: 2 })).not.toEqual(world);
});

test("some 600 keys in six accounts of four regions, and one source above a page of 100", () => {
  expect(world.accounts).toHaveLength(6);
  for (const account of world.accounts) expect(account.regions).toHaveLength(4);
  const total = world.accounts.reduce((sum, account) => sum + account.keys.length, 0);
  expect(total).toBeGreaterThan(580);
  expect(total).toBeLessThan(680);
  expect(world.accounts.find((account) => account.name === "Data lake")?.keys.filter((key) => key.region === "cn-hangzhou").length).toBeGreaterThan(100);
});

test("every place has each key id and each alias once", () => {
  for (const account of world.accounts) {
    const ids = account.keys.map((key) => `${key.region}|${key.project}|${key.keyId}`);
    const aliases = account.keys.flatMap((key) => key.facts.aliases.map((alias) => `${key.region}|${key.project}|${alias}`));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(aliases).size).toBe(aliases.length);
    for (const key of account.keys) expect(key.facts.alias).toBe(key.facts.aliases[0] ?? null);
  }
});

test.each([
  [
    "alibaba",
    ["enabled", "disabled", "pending-deletion", "pending-import", "frozen-by-risk"],
    ["symmetric", "rsa", "ec", "sm", "mac", "other"],
    ["on", "off", "suspended"],
  ],
  [
    "huawei",
    ["enabled", "disabled", "pending-deletion", "pending-import", "pending-activation", "6"],
    ["symmetric", "rsa", "ec", "sm", "mac", "pqc"],
    ["on", "off"],
  ],
])("%s has every state, family and rotation, imported, service and troubled ones", (cloud, states, families, rotations) => {
  const keys = keysOf(cloud);
  const values = (field: "state" | "family" | "rotation") => new Set(keys.map((key) => key.facts[field]).filter((value) => value !== null));
  expect(values("state")).toEqual(new Set(states));
  expect(values("family")).toEqual(new Set(families));
  expect(values("rotation")).toEqual(new Set(rotations));
  expect(keys.some((key) => key.facts.manager === "service")).toBe(true);
  expect(keys.some((key) => inDays(key.facts.expiresAt) < 0)).toBe(true);
  expect(keys.some((key) => inDays(key.facts.expiresAt) > 0 && inDays(key.facts.expiresAt) < 30)).toBe(true);
  expect(keys.filter((key) => inDays(key.facts.deletesAt) > 0 && inDays(key.facts.deletesAt) < 7).length).toBeGreaterThan(1);
  expect(keys.some((key) => key.facts.aliases.length > 2)).toBe(true);
  expect(keys.some((key) => /\p{Script=Han}/u.test(key.facts.description ?? ""))).toBe(true);
  expect(keys.some((key) => key.denied.length > 0)).toBe(true);
});

test("Alibaba has an overdue deletion, nameless keys, hostile text, an unreadable region and one without KMS", () => {
  const keys = keysOf("alibaba");
  expect(keys.some((key) => inDays(key.facts.deletesAt) < 0)).toBe(true);
  expect(keys.some((key) => key.facts.alias === null)).toBe(true);
  for (const start of ["<img", "=HYPERLINK"]) expect(keys.some((key) => key.facts.description?.startsWith(start))).toBe(true);
  expect(world.accounts.flatMap((account) => Object.values(account.trouble)).sort()).toEqual(["denied", "denied", "not-enabled"]);
});

test("facts agree with each other", () => {
  for (const cloud of CLOUDS) {
    for (const { facts, absent, keyId } of keysOf(cloud)) {
      expect(facts.deletesAt !== null, keyId).toBe(facts.state === "pending-deletion");
      expect(facts.rotation === null, keyId).toBe(absent.rotation === "not-applicable");
      if (facts.rotation === "on" || facts.rotation === "suspended") expect(facts.rotationIntervalDays, keyId).toBeGreaterThan(0);
      if (facts.rotation === "on" && facts.nextRotationAt) expect(inDays(facts.nextRotationAt), keyId).toBeGreaterThan(0);
      expect(inDays(facts.createdAt), keyId).toBeLessThan(0);
    }
  }
});

test("a running world gains, changes and loses keys", () => {
  const own = createWorld({ now });
  const [account] = own.accounts;
  if (!account) throw new Error("an empty world");
  const before = account.keys.length;
  const key = addKey(own, account, { region: "cn-hangzhou", project: null }, { label: "new", facts: { aliases: ["alias/new"] } });
  expect(account.keys[0]).toBe(key);
  changeKey(key, { state: "disabled" });
  expect(account.keys[0]?.facts.state).toBe("disabled");
  removeKey(account, key);
  expect(account.keys).toHaveLength(before);
  expect(() => removeKey(account, key)).toThrow("no key");
});
