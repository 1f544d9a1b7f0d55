import { describe, expect, test } from "vitest";
import { readAccountsCsv } from "#lib/accounts/import/read-accounts-csv.ts";
import { CLOUD_REGISTRY } from "#lib/clouds/registry.ts";
import { offerOf } from "../offer-of.ts";
import { sampleRows } from "./import-columns.ts";
import { FileFault, readFile } from "./read-file.ts";
import { refusedRows } from "./refused-rows.ts";
import { writeCsv } from "./write-csv.ts";

/** What the clouds truly declare. */
const OFFERS = Object.values(CLOUD_REGISTRY).map(offerOf);
const SECRET = "canary-7a6b5c4d3e2f";
const HEADER = "cloud,name,regions,credential.type,credential.accessKeyId,credential.accessKeySecret";
const read = (text: string | BlobPart, name = "accounts.csv") => readFile(new Blob([text]), name, OFFERS);
const faultOf = (text: string | BlobPart) =>
  read(text).then(
    () => "no fault",
    (error: unknown) => (error instanceof FileFault ? error.word : error),
  );

test.each(OFFERS)("the sample of $label is a file that the server understands", (offer) => {
  const { rows } = readAccountsCsv(writeCsv(sampleRows(offer)));
  expect(rows.map(({ input }) => (input as { credential: { type: string } }).credential.type)).toEqual(offer.credentials.map(({ type }) => type));
  expect(rows.every(({ fault }) => fault === null)).toBe(true);
});

describe("what is kept of a file", () => {
  test("is its rows without secrets, and they can be saved to be filled in", async () => {
    const file = await read(`${HEADER}\nalibaba,Payments,cn-hangzhou,access-key,LTAI1,${SECRET}\nalibaba,"Lake, two",all,access-key,LTAI2,${SECRET}`);
    const saved = refusedRows(file, [3]);
    expect(saved).toBe(`\uFEFF${HEADER}\r\nalibaba,"Lake, two",all,access-key,LTAI2,\r\n`);
    expect(JSON.stringify(file.rows)).not.toContain(SECRET);
  });

  test("of a row that slipped, is nothing that may be a secret", async () => {
    const file = await read(`${HEADER}\nalibaba,Payments,cn-hangzhou,access-key,${SECRET}`);
    expect(file.rows).toEqual([{ line: 2, cells: { cloud: "alibaba" }, isSlipped: true }]);
  });

  test("never a cell that repeats a secret", async () => {
    const file = await read(`${HEADER}\nalibaba,${SECRET} copy,cn-hangzhou,access-key,LTAI1,${SECRET}`);
    expect(file.rows[0]?.cells).toEqual({ cloud: "alibaba", regions: "cn-hangzhou", "credential.type": "access-key", "credential.accessKeyId": "LTAI1" });
  });

  test("of JSON, is the same as columns", async () => {
    const account = {
      cloud: "huawei",
      name: "EU",
      regions: ["eu-west-101", "cn-north-4"],
      credential: { type: "password", userName: "reader", password: SECRET },
    };
    const file = await read(JSON.stringify({ accounts: [account] }), "a.json");
    expect(file).toMatchObject({ kind: "json", columns: ["cloud", "name", "regions", "credential.type", "credential.userName", "credential.password"] });
    expect(refusedRows(file, [1])).toContain("huawei,EU,eu-west-101;cn-north-4,password,reader,\r\n");
  });
});

describe("what is no file of accounts", () => {
  test.each([
    ["empty", "  \n", "import.empty"],
    ["broken JSON", '[{"a": ', "import.bad-json"],
    ["JSON without a list", '{"account": {}}', "import.bad-list"],
    ["semicolons", "cloud;name;regions\nalibaba;a;all", "import.separator"],
    ["a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe]), "import.not-text"],
    ["too much", "x".repeat(65 * 1024), "import.too-big"],
  ])("%s", async (_, text, word) => {
    expect(await faultOf(text)).toBe(word);
  });

  test("but what a spreadsheet in China saves is read, and said", async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(`${HEADER}\nalibaba,`),
      0xd6,
      0xa7,
      0xb8,
      0xb6,
      ...new TextEncoder().encode(",all,access-key,LTAI1,x"),
    ]);
    expect(await read(bytes)).toMatchObject({ note: "import.gb18030", rows: [{ cells: { name: "支付" } }] });
  });
});
