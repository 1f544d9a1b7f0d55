import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Theme = "light" | "dark";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const tokens = new Map([...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]));

const GROUNDS = ["surface", "canvas", "sunken", "hover", "selected", "raised"];
/** Ink → the soft ground that it may also stand on. */
const TEXT = { ink: null, "ink-2": null, "ink-3": null, accent: "accent-soft", ok: "ok-soft", warn: "warn-soft", danger: "danger-soft", info: "info-soft" };
const EDGES = ["control", "focus"];
/** Buttons and ticked boxes: they never stand on a chosen row. */
const FILLED_ON = ["surface", "canvas", "sunken", "hover", "raised"];
const SOFT = ["accent-soft", "ok-soft", "warn-soft", "danger-soft", "info-soft"];

interface Pair {
  front: string;
  back: string;
  /** The lowest ratio WCAG 2.2 AA allows: 4.5 for text, 3 for edges and glyphs. */
  least: number;
}

const pairs: Pair[] = [
  ...Object.entries(TEXT).flatMap(([front, soft]) => [...GROUNDS, ...(soft ? [soft] : [])].map((back) => ({ front, back, least: 4.5 }))),
  ...["ink", "ink-2"].flatMap((front) => SOFT.map((back) => ({ front, back, least: 4.5 }))),
  ...EDGES.flatMap((front) => GROUNDS.map((back) => ({ front, back, least: 3 }))),
  ...FILLED_ON.map((back) => ({ front: "accent-fill", back, least: 3 })),
  { front: "on-accent", back: "accent-fill", least: 4.5 },
];

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function colour(name: string, theme: Theme): string {
  const value = tokens.get(name)?.[theme];
  if (!value) throw new Error(`tokens.css has no --${name}`);
  return value;
}

function ratio({ front, back }: Pair, theme: Theme): number {
  const [high = 0, low = 0] = [luminance(colour(front, theme)), luminance(colour(back, theme))].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

test.each(["light", "dark"] as const)("every pair that the pages use is readable in %s", (theme) => {
  const faint = pairs.filter((pair) => ratio(pair, theme) < pair.least).map((pair) => `${pair.front} on ${pair.back}: ${ratio(pair, theme).toFixed(2)}`);
  expect(faint).toEqual([]);
});

test("the pairs are really computed", () => {
  expect(pairs.length).toBeGreaterThan(70);
  expect(ratio({ front: "ink", back: "surface", least: 4.5 }, "light")).toBeCloseTo(17.6, 0);
});
