import { expect, it } from "vitest";
import { keyView } from "../key-view.ts";
import { isIdentifier, readLine, readList } from "./as-identifier.ts";
import { linkOfKeys } from "./link-of-keys.ts";
import { lotsOf } from "./look-up-names.ts";

it.each([
  "acs:kms:cn-hangzhou:1234567890123456:key/key-hzz6fafb9ef57777b85709",
  "key-hzz6fafb9ef57777b85709",
  "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
  "alias/payments/card-vault",
  "urn:kms:eu-west-101:0a1b:key:0d0466b0",
])("%s is the name of one key", (text) => expect(isIdentifier(text)).toBe(true));

it.each(["payments", "key ring", "state:disabled", "tag=env:prod", "eu-west-101", "2026-01-31", "created:-30d.."])("%s is not", (text) =>
  expect(isIdentifier(text)).toBe(false),
);

it("a list is read as people paste it: lines, commas, a column of a sheet, quotes, repeats", () => {
  expect(readList(' "a"\r\nb, c;d\te\n\nb\n')).toEqual(["a", "b", "c", "d", "e"]);
});

it("a list that became one line is a list again, and a sentence is none", () => {
  expect(readLine("key-hzz6fafb9ef57777b85709 nope-1  0d0466b0-e727-4d9c-b35d-f84bb474a37f")).toHaveLength(3);
  expect(readLine("rotate key-hzz6fafb9ef57777b85709 soon")).toEqual([]);
  expect(readLine("card vault")).toEqual([]);
});

it("names are asked for in lots that an address can hold", () => {
  const names = Array.from({ length: 500 }, (_, at) => `acs:kms:cn-hangzhou:1234567890123456:key/key-hzz6fafb9ef57777b8570${at}`);
  const lots = lotsOf(names);
  expect(lots.flat()).toEqual(names);
  for (const lot of lots) expect(encodeURIComponent(lot.join(",")).length).toBeLessThan(6000);
  expect(lotsOf(["x".repeat(9000), "y"])).toHaveLength(2);
});

it("500 keys fit into one link, and it says just those", () => {
  const refs = Array.from({ length: 500 }, (_, at) => `3k9f2m8x${String(at).padStart(4, "0")}`);
  const { href } = linkOfKeys(keyView("state=disabled&sort=-created"), refs);
  expect(href).not.toBeNull();
  const view = keyView(href?.split("?")[1] ?? "");
  expect(view.faults).toEqual([]);
  expect(view.query.filters.map(({ field }) => field)).toEqual(["presence", "ref"]);
  expect(view.query.sort.field).toBe("created");
  expect(view.request.length).toBeLessThan(8000);
});

it("more do not, and it says how many would", () => {
  expect(linkOfKeys(keyView(""), Array(501).fill("3k9f2m8x7abc"))).toEqual({ href: null, most: 500 });
  expect(linkOfKeys(keyView(""), []).href).toBeNull();
});
