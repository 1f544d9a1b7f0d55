import { SAID } from "./index.ts";

/** A sentence at the beginning of a text, up to its end or the next one. */
interface Pattern {
  english: RegExp;
  chinese: string;
}

let patterns: Pattern[] | null = null;

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * What the server said, sentence by sentence; null when one of them is unknown. What stands in a place, such as the name of an action, stays as it is,
 * unless `names` knows its Chinese.
 */
export function sayInChinese(text: string, names = NO_NAMES): string | null {
  patterns ??= Object.entries(SAID)
    // The more a sentence says itself, the likelier it is the one.
    .sort(([a], [b]) => bare(b).length - bare(a).length)
    .map(([english, chinese]) => ({ english: patternOf(english), chinese }));
  let rest = text.trim();
  let said = "";
  while (rest) {
    const known = patterns.find(({ english }) => english.test(rest));
    const found = known?.english.exec(rest);
    if (!known || !found) return null;
    // Latin words stand apart from Chinese ones; Chinese names do not.
    said += known.chinese.replaceAll(/( ?)\{(\w+)\}( ?)/g, (_, before: string, place: string, after: string) => {
      const value = found.groups?.[place] ?? "";
      return names.get(value) ?? `${before}${value}${after}`;
    });
    rest = rest.slice(found[0].length).trimStart();
  }
  return said || null;
}

const bare = (english: string): string => english.replaceAll(/\{\w+\}/g, "");

function patternOf(english: string): RegExp {
  const parts = english.split(/\{(\w+)\}/).map((part, i) => (i % 2 === 0 ? part.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&") : placeOf(part)));
  return new RegExp(`^${parts.join("")}(?=\\s|$)`);
}

/** A host is one word; other places may hold several. */
const placeOf = (name: string): string => `(?<${name}>${name === "host" ? "\\S+" : "\\S.*?"})`;
