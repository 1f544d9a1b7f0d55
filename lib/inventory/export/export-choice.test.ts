import { expect, test } from "vitest";
import type { Coverage } from "../../model/source.ts";
import { ROW_MEMBERS } from "../../model/row-members.ts";
import { takeExportChoice } from "./export-choice.ts";
import { exportFileName } from "./export-file-name.ts";
import { EXPORT_FORMATS } from "./export-formats.ts";

const choice = (search: string) => takeExportChoice(new URLSearchParams(search));

test("all columns by themselves, chosen ones in the order of the choice, with a byte order mark and without raw words", () => {
  expect(choice("format=csv")).toEqual({ format: "csv", columns: ROW_MEMBERS, raw: false, bom: true });
  expect(choice("format=ndjson&columns=state,alias&raw=true")).toEqual({ format: "ndjson", columns: ["state", "alias"], raw: true, bom: true });
  const params = new URLSearchParams("format=json&state=enabled&columns=ref");
  takeExportChoice(params);
  expect(params.toString()).toBe("state=enabled");
});

test.each([
  ["", "format", "format takes one of csv, json, ndjson"],
  ["format=xml", "format", "format takes one of"],
  ["format=csv&format=json", "format", "twice"],
  ["format=csv&columns=state,colour,hue", "columns", 'columns knows no "colour", "hue"; it takes ref, cloud'],
  ["format=csv&columns=", "columns", 'columns knows no ""'],
  ["format=csv&columns=state,ref,state", "columns", 'columns names "state" twice'],
  ["format=csv&raw=true", "raw", "raw is for json and ndjson"],
  ["format=json&bom=true", "bom", "bom is for csv"],
  ["format=csv&bom=no", "bom", "bom takes true or false"],
])("%s is refused in words", (search, field, words) => {
  expect(() => choice(search)).toThrow(expect.objectContaining({ field, message: expect.stringContaining(words) }));
});

test("CSV without a byte order mark where it is not wished", () => {
  const head = { query: "", at: "", total: 0, coverage: {} as Coverage };
  const begin = (bom: boolean) => EXPORT_FORMATS.csv.begin(head, { columns: ["keyId"], raw: false, bom });
  expect([begin(true), begin(false)]).toEqual(["\uFEFFkeyId,absent\r\n", "keyId,absent\r\n"]);
});

test("a file is called by what it is of, whether it is whole, and its moment", () => {
  const at = "2026-11-22T10:15:00.123Z";
  const name = (query: string, complete = true) => exportFileName({ query, at, coverage: { complete } as Coverage }, "csv");
  expect(name("")).toBe("keyatlas-keys-all-2026-11-22T101500Z.csv");
  expect(name("state=!enabled&rotation=off&sort=-created", false)).toBe("keyatlas-keys-state-not-enabled_rotation-off-partial-2026-11-22T101500Z.csv");
  expect(name("q=../../etc/%22%0D%0Apasswd")).toBe("keyatlas-keys-q-..-..-etc-passwd-2026-11-22T101500Z.csv");
  expect(name(`q=${encodeURIComponent("密钥".repeat(40))}`)).toBe("keyatlas-keys-q-2026-11-22T101500Z.csv");
  expect(name(`q=${"long-".repeat(40)}`).length).toBeLessThan(130);
});
