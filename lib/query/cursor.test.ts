import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { parseStrict } from "./parse-key-query.ts";

const now = new Date("2026-11-22T12:00:00Z");
const place = { value: "密钥", ref: "3k9f2m8x7abc", now };

describe("cursor", () => {
  it("carries its place through a link, whatever the size of the page, the facets or the open key", () => {
    const cursor = encodeCursor(parseStrict("state=enabled&size=25"), place);
    expect(decodeCursor(parseStrict(`state=enabled&size=100&facets=state&key=abc&cursor=${cursor}`))).toEqual(place);
    expect(decodeCursor(parseStrict("state=enabled"))).toBeNull();
  });

  it.each(["state=disabled", "state=enabled&sort=-alias", "state=enabled&judged=undecided", ""])("is refused by another query: %s", (link) => {
    const cursor = encodeCursor(parseStrict("state=enabled"), place);
    expect(() => decodeCursor({ ...parseStrict(link), cursor })).toThrow(expect.objectContaining({ code: "invalid_query", field: "cursor" }));
  });

  it("is refused when it is none of ours or its value is of the wrong kind", () => {
    const query = parseStrict("sort=created");
    const wrong = [
      encodeCursor(query, { ...place, value: "x" }),
      encodeCursor(query, { ...place, value: 9e15 }),
      encodeCursor(query, { ...place, value: 1, ref: "../x" }),
      encodeCursor(query, { ...place, value: 1, now: new Date(253_402_300_799_999) }),
      encodeCursor(query, { ...place, value: 1, now: new Date(-62_135_596_800_000) }),
      "abc",
      "W10",
    ];
    for (const cursor of wrong) expect(() => decodeCursor({ ...query, cursor })).toThrow(expect.objectContaining({ field: "cursor" }));
    expect(decodeCursor({ ...query, cursor: encodeCursor(query, { ...place, value: 1 }) })).toMatchObject({ value: 1 });
  });
});
