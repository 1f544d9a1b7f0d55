import { expect, test } from "vitest";
import { CLOUD_REGISTRY } from "../clouds/registry.ts";
import { NO_KEY } from "../model/no-key.ts";
import { MANAGERS, ORIGINS, PROTECTIONS, STATES, USAGES } from "../model/vocabulary.ts";
import { vendorTerms } from "./vendor-terms.ts";

const { alibaba, huawei } = CLOUD_REGISTRY;

test("two clouds have words of their own for one state", () => {
  const key = { ...NO_KEY, state: "pending-deletion", rotation: "on" as const };
  expect(vendorTerms(alibaba, key).state).toEqual({ field: { en: "Key state", zh: "密钥状态" }, value: { en: "Pending deletion", zh: "待删除" } });
  expect(vendorTerms(huawei, key).state?.value?.zh).toBe("计划删除");
  expect(vendorTerms(huawei, key).rotation).toEqual({ field: { en: "Key rotation", zh: "密钥轮换" }, value: null });
});

test("what no vendor prints has no term, whatever a cloud calls it", () => {
  for (const state of ["frozen-by-risk", "constructor", "", null]) expect(vendorTerms(huawei, { ...NO_KEY, state }).state?.value).toBeNull();
  expect(vendorTerms(alibaba, NO_KEY).tags).toBeUndefined();
});

test("terms stand under words of the common vocabulary, or under what a cloud says itself", () => {
  const known = new Set<string>([...STATES, ...USAGES, ...ORIGINS, ...PROTECTIONS, ...MANAGERS, "on", "off"]);
  for (const { terms } of [alibaba, huawei])
    for (const values of Object.values(terms.values))
      for (const [word, { en, zh }] of Object.entries(values)) {
        expect(known.has(word) || /^\d+$/.test(word), word).toBe(true);
        expect(en).toMatch(/^[A-Z]/);
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
});
