import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { PICTURES } from "./pictures.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGES = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
/** As the usual renderers make an anchor of a heading. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );

describe.each(PAGES)("%s", (page) => {
  test("leads only to what exists", () => {
    const text = read(page);
    for (const [, target = ""] of text.matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = "", anchor] = target.split("#");
      const file = path ? join(dirname(page), path) : page;
      expect(existsSync(join(ROOT, file)), target).toBe(true);
      if (anchor) expect(anchors(read(file)), target).toContain(anchor);
    }
  });
});

test("every picture is shown somewhere, and can be taken again", () => {
  const taken = readdirSync(join(ROOT, "docs/pictures")).sort();
  expect(taken).toEqual(PICTURES.map(({ name }) => `${name}.png`).sort());
  const shown = PAGES.map(read).join("\n");
  for (const name of taken) expect(shown).toContain(`pictures/${name}`);
});
