import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../model/refusal.ts";
import { formatKeyQuery } from "./format-key-query.ts";
import { parseKeyQuery, parseStrict } from "./parse-key-query.ts";
import { arbitraryQuery } from "./testing/arbitrary-query.ts";

const seed = { seed: 20_261_122, numRuns: 1000 };
const canonical = (link: string) => formatKeyQuery(parseStrict(link));
const refusal = (link: string) => {
  try {
    return { field: null, query: parseStrict(link) };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { field: thrown.field, code: thrown.code };
  }
};

describe("parse and format", () => {
  it("are inverse on every view, strict and lenient alike", () => {
    fc.assert(
      fc.property(arbitraryQuery, (query) => {
        const link = formatKeyQuery(query);
        expect(parseStrict(link)).toEqual(query);
        expect(parseKeyQuery(link, "lenient")).toEqual({ query, faults: [] });
        expect(formatKeyQuery(parseStrict(link))).toBe(link);
        // What a browser's address bar makes of it.
        expect(new URL(`http://host/keys?${link}`).search.slice(1)).toBe(link);
      }),
      seed,
    );
  });

  it("never fail on any string, and what they make of it is canonical", () => {
    const name = fc.constantFrom("q", "state", "created", "tag", "rotation", "sort", "page", "cursor", "size", "facets", "__proto__", "constructor", "colour");
    const piece = fc.array(
      fc.oneof(fc.constantFrom("!", "~", "^", "..", ",", "\\", ":", "none", "2026-02-30", "7d", "-", "%", "\0"), fc.string({ maxLength: 4 })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            name,
            piece.map((parts) => parts.join("")),
          ),
          { maxLength: 4 },
        ),
        (pairs) => {
          const { query, faults } = parseKeyQuery(new URLSearchParams(pairs), "lenient");
          const link = formatKeyQuery(query);
          expect(parseKeyQuery(link, "lenient")).toEqual({ query, faults: [] });
          if (faults.length) expect(() => parseStrict(new URLSearchParams(pairs))).toThrow(Refusal);
          else expect(parseStrict(new URLSearchParams(pairs))).toEqual(query);
        },
      ),
      { ...seed, numRuns: 2000 },
    );
  });

  it.each([
    ["", ""],
    ["size=50&page=1&sort=alias&presence=present,missing&judged=yes&live=false", ""],
    ["state=disabled&cloud=huawei,alibaba,huawei&q=payments", "q=payments&cloud=alibaba,huawei&state=disabled"],
    ["created=2026-01-01..2026-01-01", "created=2026-01-01"],
    ["created=2026-01-01T08:00:00%2B08:00..", "created=2026-01-01T00:00:00Z.."],
    ["deletes=!..007d", "deletes=!..7d"],
    ["alias=~\\prod,\\none", "alias=~\\none,prod"],
    ["alias=~none", "alias=none"],
    ["alias=\\!x,b", "alias=\\!x,b".replaceAll("\\", "%5C")],
    ["alias=b,!x", "alias=\\!x,b".replaceAll("\\", "%5C")],
    ["tag=env:a:b,x\\:y", "tag=env:a:b,x%5C:y"],
    ["q=~pay", "q=pay"],
    ["q=a b+c", "q=a%20b%20c"],
    ["q=密钥", "q=%E5%AF%86%E9%92%A5"],
    ["facets=spec,state,spec&sort=-created", "facets=state,spec&sort=-created"],
  ])("makes %j canonical", (link, expected) => {
    expect(canonical(link)).toBe(expected.replaceAll("\\", "%5C"));
  });

  it("reads the operators and the words", () => {
    expect(parseStrict("spec=!~aes,rsa").filters).toEqual([
      {
        field: "spec",
        negated: true,
        match: "contains",
        values: [
          { kind: "text", text: "aes" },
          { kind: "text", text: "rsa" },
        ],
      },
    ]);
    expect(parseStrict("rotation=denied,on").filters[0]?.values).toEqual([
      { kind: "absent", reason: "denied" },
      { kind: "text", text: "on" },
    ]);
    expect(parseStrict("alias=\\denied").filters[0]?.values).toEqual([{ kind: "text", text: "denied" }]);
    expect(parseStrict("tag=!owner").filters[0]).toMatchObject({ negated: true, values: [{ kind: "tag", key: "owner", value: null }] });
    expect(parseStrict("deletes=..7d").filters[0]?.values).toEqual([{ kind: "range", from: null, to: { kind: "relative", amount: 7, unit: "d" } }]);
    expect(parseStrict("state=zombie").filters).toHaveLength(1);
    expect(parseStrict("q=none").filters[0]?.values).toEqual([{ kind: "text", text: "none" }]);
    expect(parseStrict("alias=a..b").filters[0]?.values).toEqual([{ kind: "text", text: "a..b" }]);
  });
});

describe("what is refused", () => {
  it.each([
    ["colour=red", "colour"],
    ["state=a&state=b", "state"],
    ["state=", "state"],
    ["state=a,,b", "state"],
    ["cloud=azure", "cloud"],
    ["cloud=~ali", "cloud"],
    ["rotation=maybe", "rotation"],
    ["cloud=denied", "cloud"],
    ["created=soon", "created"],
    ["created=2026-02-30", "created"],
    ["created=..", "created"],
    ["created=7d", "created"],
    ["created=2026-01-01T00:00:00", "created"],
    ["created=~2026-01-01", "created"],
    ["tag=:x", "tag"],
    ["alias=x\\", "alias"],
    ["q=^x", "q"],
    ["q=%00", "q"],
    [`q=${"x".repeat(201)}`, "q"],
    ["page=0", "page"],
    ["page=1.5", "page"],
    ["size=51", "size"],
    ["sort=tag", "sort"],
    ["sort=colour", "sort"],
    ["facets=alias", "facets"],
    ["facets=", "facets"],
    ["judged=no", "judged"],
    ["live=1", "live"],
    ["cursor=%20", "cursor"],
    ["cursor=abc&page=2", "cursor"],
    ["asof=2026-01-01", "asof"],
    ["__proto__=x", "__proto__"],
    ["key=", "key"],
    [`alias=${"x,".repeat(5000)}x`, "alias"],
  ])("%s names its field", (link, field) => {
    expect(refusal(link)).toEqual({ field, code: "invalid_query" });
    expect(parseKeyQuery(link, "lenient").faults[0]?.field).toBe(field);
  });

  it("a lenient reading keeps what it understood and names the rest", () => {
    const { query, faults } = parseKeyQuery("state=zombie&colour=red&cloud=alibaba,azure&size=51&state=enabled", "lenient");
    expect(formatKeyQuery(query)).toBe("cloud=alibaba&state=zombie");
    expect(faults.map(({ message }) => message)).toEqual([
      "colour=red is no known field",
      "cloud=azure is no known cloud",
      expect.stringContaining("size=51"),
      expect.stringContaining("twice"),
    ]);
  });
});
