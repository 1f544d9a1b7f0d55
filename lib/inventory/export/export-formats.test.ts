import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { KeyRow } from "../../model/key.ts";
import { NO_KEY } from "../../model/no-key.ts";
import { EXPORT_FORMATS } from "./export-formats.ts";

const FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1", "\u00a0=1", "\ufeff=1", "\u200b=1", "\n=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x"];
const HARMLESS = ["", "a=1", "first\n=1+1", "cr only\r=2+2", "forged\nfff,a key that is not there,enabled,", 'a "quoted" one', "a\r\nb", "; x", "密钥"];

test("no text of a cloud begins a line of its own, or a formula", () => {
  const texts = [...FORMULAS, ...HARMLESS];
  const rows = texts.map((description, i): KeyRow => ({ ...NO_KEY, account: { id: "a", name: "A" }, region: "r", keyId: `k${i}`, description }));
  const { csv } = EXPORT_FORMATS;
  const writing = { columns: ["keyId", "description"] as const, raw: false, bom: true };
  const text = csv.begin({ query: "", at: "", total: 0, coverage: {} as never }, writing) + csv.rows(rows, writing);
  const read = parse(text, { bom: true, record_delimiter: ["\r\n", "\n", "\r"] }) as string[][];
  expect(read.slice(1).map(([, description]) => description)).toEqual([...FORMULAS.map((formula) => `'${formula}`), ...HARMLESS]);
});
