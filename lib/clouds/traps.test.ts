import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** How many awkward cases of each cloud are known. Each is a test whose name begins with its number, in the cloud's folder of traps. */
const CASES = { alibaba: 45, huawei: 36 };

/** The numbers that tests begin with: `it("7: …`, `it.each(…)("7: …`. */
function numbersIn(folder: string): Set<number> {
  const files = readdirSync(folder).filter((name) => /\.test\.tsx?$/.test(name));
  const texts = files.map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  return new Set(texts.flatMap((text) => [...text.matchAll(/(?:\bit\(|\)\(|^\s*)(["'`])(\d+): /gm)].map(([, , number]) => Number(number))));
}

describe.each(Object.entries(CASES))("%s", (cloud, cases) => {
  const numbers = numbersIn(`${import.meta.dirname}/${cloud}/traps`);

  it(`has a named test of each of its ${cases} awkward cases`, () => {
    const missing = Array.from({ length: cases }, (_, n) => n + 1).filter((number) => !numbers.has(number));
    expect(missing).toEqual([]);
  });

  it("numbers no test beyond them", () => {
    expect([...numbers].filter((number) => number < 1 || number > cases)).toEqual([]);
  });
});
