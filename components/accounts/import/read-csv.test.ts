import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsv } from "./read-csv.ts";
import { writeCsv } from "./write-csv.ts";

const cell = fc.string({ unit: fc.constantFrom("a", "é", "密", " ", ",", ";", '"', "\n", "\r\n"), maxLength: 6 });
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });

test("reads what is written as a parser that is not ours does", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const text = writeCsv(rows);
      const theirs: string[][] = parse(text, { bom: true, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] });
      expect(readCsv(text).map(({ cells }) => cells)).toEqual(theirs.filter((cells) => cells.some((one) => one.trim() !== "")));
    }),
    { seed: 4 },
  );
});

test("a row begins on its own line, whatever line breaks are quoted above it", () => {
  expect(readCsv('a,b\r\n"1\r\n2",x\r\n\r\ny,z')).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["1\r\n2", "x"] },
    { line: 5, cells: ["y", "z"] },
  ]);
});

test("ends where the quotes no longer match, with what stands before", () => {
  expect(readCsv('a,b\n1,2\n"open,3\n4,5')).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["1", "2"] },
  ]);
});

test("what a spreadsheet would reckon is text", () => {
  expect(writeCsv([["=1+1", "@x", "plain", "a,b"]])).toBe("\uFEFF'=1+1,'@x,plain,\"a,b\"\r\n");
});
