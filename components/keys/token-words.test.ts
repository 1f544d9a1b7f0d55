import { expect, test } from "vitest";
import { parseKeyQuery } from "#lib/query/parse-key-query.ts";
import { tokenWords } from "./token-words.ts";

function sentence(search: string): string {
  const [filter] = parseKeyQuery(search, "strict").query.filters;
  if (!filter) throw new Error(`no filter in ${search}`);
  return Object.values(tokenWords(filter)).join(" ");
}

test.each([
  ["family=!mac", "Family is not MAC"],
  ["state=enabled,disabled", "State is any of Disabled, Enabled"],
  ["created=..2026-12-01", "Created until 1 Dec 2026"],
  ["created=2026-01-01..2026-02-01", "Created between 1 Jan 2026 and 1 Feb 2026"],
  ["deletes=..7d", "Deletes within 7 days"],
  ["created=-30d..", "Created in the last 30 days"],
  ["alias=~prod", "Alias contains prod"],
  ["rotation=denied", "Rotation is Denied"],
  ["tag=env:prod", "Tags include env:prod"],
  ["tag=!owner", "Tags lack owner"],
  ["tag=!env:prod,owner", "Tags include none of env:prod, owner"],
  ["deletes=any", "Deletes is any value"],
])("%s reads as a sentence", (search, words) => expect(sentence(search)).toBe(words));
