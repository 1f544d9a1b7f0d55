import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CLOUD_REGISTRY } from "#lib/clouds/registry.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const README = read("README.md");

test("the policies to paste are those that the product names", () => {
  const shown = [...README.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = ""]) => JSON.parse(json));
  expect(shown).toEqual(Object.values(CLOUD_REGISTRY).map(({ policy }) => JSON.parse(policy)));
});

test("every setting stands in the table", () => {
  const settings = new Set(read("lib/env.ts").match(/\b(?:KEYATLAS_[A-Z_]+|DATABASE_URL|PORT)\b/g));
  const listed = new Set([...README.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name));
  expect(listed).toEqual(settings);
});

test("every script that it names exists", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const named = [...README.matchAll(/npm (?:run (?:--silent )?)?([a-z]+)/g)].map(([, name = ""]) => name).filter((name) => name !== "and");
  for (const name of new Set(named)) expect(Object.keys(scripts), name).toContain(name);
});
