import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonValue } from "./json-object.ts";

it("reads what a parser reads, brackets, commas and quotes in texts included", () => {
  const odd = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom('{"a":1,"a":2}', '\\"', "[[{", ",", '":"', "__proto__"));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue({ maxDepth: 5 }), fc.dictionary(odd, odd)), fc.constantFrom(0, 1), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(jsonValue(text)).toEqual(JSON.parse(text));
    }),
    { seed: 5, numRuns: 500 },
  );
});

it.each([
  '{"a":1,"a":1}',
  '{"Keys":{"Key":[{"KeyId":"a"}]},"TotalCount":0,"Keys":{"Key":[]}}',
  '[{"a":{"b":[],"b":[]}}]',
  String.raw`{"Keys":1,"K\u0065ys":2}`,
  '{"a":[{"b":1}],"c":{},"a":1}',
  '{"__proto__":1,"__proto__":2}',
])("takes no answer that says a name twice: %s", (text) => expect(jsonValue(text)).toBeUndefined());

it.each(['{"a":{"a":1},"b":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"a","b":"a"}', String.raw`{"a\"":1,"a":2}`])(
  "the same name elsewhere is none twice: %s",
  (text) => expect(jsonValue(text)).toEqual(JSON.parse(text)),
);

it.each(["", "{", '{"a', '{"a":1,}', String.raw`{"\u00":1}`, "[".repeat(1e6), "<html>", "undefined", '{"a":1}}'])("takes no other text: %.20s", (text) =>
  expect(jsonValue(text)).toBeUndefined(),
);
