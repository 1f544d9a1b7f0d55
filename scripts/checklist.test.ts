import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const POINTS = 65;

/** Spec under `e2e/` → the numbers that the titles of its stories name: `P12`. */
const asserted = new Map(
  globSync("e2e/**/*.spec.ts", { cwd: ROOT }).map((path) => {
    const titles = [...readFileSync(`${ROOT}/${path}`, "utf8").matchAll(/\btest(?:\.describe)?\(\s*(["'`])(.*?)\1/gs)].map(([, , title = ""]) => title);
    return [
      path.replaceAll("\\", "/").replace("e2e/", ""),
      new Set(titles.flatMap((title) => [...title.matchAll(/\bP(\d+)\b/g)].map(([, number]) => Number(number)))),
    ];
  }),
);

const points = [...readFileSync(`${ROOT}/docs/checklist.md`, "utf8").matchAll(/^\| (\d+) \| .+ \| (P|S|P S) \| (.*) ?\|$/gm)].map(
  ([, number, how = "", where = ""]) => ({
    number: Number(number),
    how,
    where,
    specs: [...where.matchAll(/`([\w/.-]+\.spec\.ts)`/g)].map(([, path = ""]) => path),
  }),
);

test("the list has all points, in order", () => {
  expect(points.map(({ number }) => number)).toEqual(Array.from({ length: POINTS }, (_, at) => at + 1));
});

describe.each(points.filter(({ how }) => how.includes("P")))("P$number", ({ number, specs }) => {
  test("is asserted where the list says", () => {
    const everywhere = [...asserted].flatMap(([path, numbers]) => (numbers.has(number) ? [path] : []));
    expect(everywhere, `no story names P${number}`).not.toEqual([]);
    expect(specs, `specs that name P${number}: ${everywhere.join(", ")}`).not.toEqual([]);
    for (const path of specs) expect(asserted.get(path)?.has(number), `${path} names P${number}`).toBe(true);
  });
});

test("every point that is looked at says what was seen", () => {
  expect(points.filter(({ how, where }) => how.includes("S") && where.trim() === "").map(({ number }) => number)).toEqual([]);
});
