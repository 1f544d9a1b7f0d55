import { describe, expect, it } from "vitest";
import { addKey, changeKey, removeKey } from "#emulators/world/change-keys.ts";
import type { KeyRow } from "../model/key.ts";
import { SYSTEM_SCOPE } from "../model/system-scope.ts";
import { parseStrict } from "../query/parse-key-query.ts";
import { queueSources } from "../store/sources.ts";
import { database } from "../store/database.ts";
import { takeExportChoice } from "./export/export-choice.ts";
import { exportKeys } from "./export-keys.ts";
import { getKey } from "./get-key.ts";
import { listKeys } from "./list-keys.ts";
import { readAll, useConnectedWorld } from "./testing/connected-world.ts";

const LINKS = [
  "",
  "sort=-created&presence=any",
  "state=enabled&sort=spec",
  "rotation=denied",
  "judged=undecided&rotation=on",
  "q=prod",
  "alias=nothing-of-this-name",
];
const asFile = (link: string, format: string, more = "", batch = 17) =>
  exportKeys(SYSTEM_SCOPE, parseStrict(link), takeExportChoice(new URLSearchParams(`format=${format}&${more}`)), batch);
async function whole(text: AsyncIterable<string>): Promise<string> {
  let all = "";
  for await (const part of text) all += part;
  return all;
}

/** All pages of the list, joined: the second witness. */
async function allRows(link: string): Promise<KeyRow[]> {
  const rows: KeyRow[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const params = new URLSearchParams(link);
    params.set("size", "25");
    if (cursor) params.set("cursor", cursor);
    const page = await listKeys(SYSTEM_SCOPE, parseStrict(params));
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
}

/** When a key was described stands in a table of its own, and is compared where nothing moves. */
const undated = (rows: KeyRow[]) => rows.map(({ describedAt: _, lastSeenAt: _seen, ...row }) => row);

describe("an export", () => {
  const connected = useConnectedWorld();

  it("holds exactly the rows of the view, in its order, with query, time and coverage", async () => {
    for (const link of LINKS) {
      const { head, text } = await asFile(link, "json");
      const file = JSON.parse(await whole(text)) as { query: string; at: string; rows: KeyRow[] };
      const rows = await allRows(link);
      expect(file.rows, link).toEqual(rows);
      expect(file, link).toMatchObject({ query: head.query, at: head.at, coverage: { complete: false, sources: head.coverage.sources } });
      expect(head.total, link).toBe(rows.length);
      const lines = (await whole((await asFile(link, "ndjson")).text)).split("\n").filter(Boolean);
      expect(
        lines.map((line) => JSON.parse(line)),
        link,
      ).toEqual(rows);
    }
  });

  it("is of the moment it began, whatever is read meanwhile", async () => {
    const { world } = connected.clouds;
    const before = await allRows("sort=-alias");
    const { text } = await asFile("sort=-alias", "ndjson", "raw=true");
    const parts = [(await text.next()).value ?? "", (await text.next()).value ?? ""];
    for (const account of world.accounts.filter(({ name }) => connected.accounts.some((one) => one.name === name))) {
      const [first, second, third] = account.keys.filter(({ facts, denied }) => facts.manager === "customer" && denied.length === 0);
      if (!first || !second || !third) throw new Error("no key to change");
      changeKey(first, { state: "disabled", description: "changed while the file was written", tags: { moved: "yes" } });
      changeKey(second, { alias: "zzz/renamed", aliases: ["zzz/renamed"] });
      removeKey(account, third);
      addKey(world, account, first, { label: "made-meanwhile", facts: { alias: "aaa/made-meanwhile" } });
    }
    await queueSources(database(), SYSTEM_SCOPE, {});
    await readAll();
    expect(undated(await allRows("sort=-alias"))).not.toEqual(undated(before));
    const lines = `${parts.join("")}${await whole(text)}`.split("\n").filter(Boolean);
    const rows = lines.map((line) => JSON.parse(line) as KeyRow & { raw: object | null });
    expect(undated(rows)).toEqual(undated(before).map((row) => expect.objectContaining({ ...row, notes: expect.anything() })));
    // The clouds' own words are not kept: those of now are none of then.
    const after = new Map((await allRows("presence=any")).map((row) => [row.ref, row]));
    for (const { ref, raw, description, presence } of rows.slice(17)) {
      if (after.get(ref)?.description !== description || after.get(ref)?.presence !== presence) expect(raw).toBeNull();
    }
  });

  it("holds the clouds' own words beside the normalised values where it is asked to", async () => {
    const file = JSON.parse(await whole((await asFile("", "json", "raw=true&columns=ref,state")).text)) as { rows: { ref: string; raw: object }[] };
    expect(Object.keys(file.rows[0] ?? {})).toEqual(["ref", "state", "absent", "notes", "raw"]);
    for (const { ref, raw } of file.rows.slice(0, 40)) expect(raw).toEqual((await getKey(SYSTEM_SCOPE, ref)).raw);
    expect(file.rows.some(({ raw }) => JSON.stringify(raw).includes("KeyState"))).toBe(true);
  });

  it("as CSV says why a cell is empty, and is no formula", async () => {
    const [account] = connected.clouds.world.accounts;
    const [key, other] = account?.keys.filter(({ facts, denied }) => facts.manager === "customer" && denied.length === 0) ?? [];
    if (!account || !key || !other) throw new Error("no key to change");
    removeKey(account, other);
    changeKey(key, { description: '=HYPERLINK("http://x.example";"y")' });
    await queueSources(database(), SYSTEM_SCOPE, {});
    await readAll();
    const text = await whole((await asFile("", "csv", "columns=keyId,account,description,rotation,tags")).text);
    const [heads, ...lines] = text.split("\r\n");
    expect(heads).toBe("\uFEFFkeyId,account,accountId,description,rotation,tags,absent");
    expect(lines.filter(Boolean)).toHaveLength((await allRows("")).length);
    expect(text).toContain(`"'=HYPERLINK(""http://x.example"";""y"")"`);
    expect(text).toMatch(/,"#denied",.*rotation=denied/);
    expect(text).toMatch(/,"#not-applicable",.*rotation=not-applicable/);
    changeKey(key, { description: null });
    // What was taken away is gone: a file of it holds the last facts and when.
    const gone = await allRows("presence=gone");
    expect(gone.length).toBeGreaterThan(0);
    expect(JSON.parse(await whole((await asFile("presence=gone", "json")).text)).rows).toEqual(gone);
  });
});
