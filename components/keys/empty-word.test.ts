import { expect, test } from "vitest";
import type { Coverage } from "#lib/model/source.ts";
import { emptyWord } from "./empty-word.ts";

const refused = [{}] as Coverage["problems"];
const of = (counts: Partial<Coverage>) => ({ read: 0, stale: 0, unread: 0, problems: [], ...counts });

test.each([
  ["every source was read", of({ read: 3 }), false, "body.empty.read"],
  ["what was read holds none, and more could not be read", of({ read: 1, unread: 2, problems: refused }), false, "body.empty.partly"],
  ["nobody looked yet", of({ unread: 3 }), false, "body.empty.unread"],
  ["who looked was refused everywhere", of({ unread: 3, problems: refused }), false, "body.empty.failed"],
  ["no cloud answers now", of({ unread: 3, problems: refused }), true, "body.empty.silent"],
] as const)("no key is told as what it is: %s", (_, coverage, isLive, word) => expect(emptyWord(coverage, isLive)).toBe(word));
