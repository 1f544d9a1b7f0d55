import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "../fixtures/accessible.ts";
import { keyRefs, shownTotal } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";
import { tokenAt } from "../fixtures/token.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Export this view" });
const start = (page: Page) => dialog(page).getByRole("button", { name: /^Export/ });

/** Pressed again until the page listens. */
const open = (page: Page) =>
  expect(async () => {
    if (!(await dialog(page).isVisible())) await page.getByRole("button", { name: "Export", exact: true }).click();
    await expect(dialog(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();

async function saved(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

test("P50, P51: a file is all rows of the view in its order, with the columns of my table, and says what it lacks", async ({ page }) => {
  await page.goto("/keys?state=disabled&sort=-created&size=25");
  const total = await shownTotal(page);
  const first = await keyRefs(page);
  await open(page);
  await dialog(page)
    .getByText(/^The \d+ of my table$/)
    .click();
  await expectAccessible(page);
  const csv = await saved(page, () => start(page).click());
  expect(csv.name).toMatch(/^keyatlas-keys-state-disabled-partial-\d{4}-\d\d-\d\dT\d{6}Z\.csv$/);
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [heads = [], ...rows] = parse(csv.text, { bom: true }) as string[][];
  expect(heads.slice(0, 4)).toEqual(["alias", "keyId", "state", "account"]);
  expect(rows).toHaveLength(total);
  for (const row of rows) expect(row[heads.indexOf("createdAt")]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$|^#/);
  await expect(dialog(page).getByText(`${total} rows saved`)).toBeVisible();

  const manifest = await saved(page, () => dialog(page).getByRole("button", { name: "Save its manifest" }).click());
  expect(manifest.name).toBe(`${csv.name}.manifest.json`);
  const told = {
    rows: total,
    query: "state=disabled&sort=-created",
    coverage: { complete: false },
    sha256: createHash("sha256").update(csv.bytes).digest("hex"),
  };
  expect(JSON.parse(manifest.text)).toMatchObject(told);

  await dialog(page).getByText("JSON", { exact: true }).click();
  await dialog(page)
    .getByText(/^All \d+$/)
    .click();
  const { query, at, coverage, rows: objects } = JSON.parse((await saved(page, () => start(page).click())).text);
  expect([query, Number.isFinite(Date.parse(at)), coverage.complete]).toEqual([told.query, true, false]);
  expect(objects).toHaveLength(total);
  expect(objects.slice(0, first.length).map(({ ref }: { ref: string }) => ref)).toEqual(first);
  for (const { state, raw } of objects) expect([state, JSON.stringify(raw)]).toEqual(["disabled", expect.stringMatching(/KeyState|key_state/)]);
});

test("P50: an export that takes long shows how far it is, and can be cancelled half way", async ({ page }) => {
  await page.goto("/keys");
  await open(page);
  await dialog(page).getByText("JSON", { exact: true }).click();
  const network = await page.context().newCDPSession(page);
  const slow = (bytesPerSecond: number) =>
    network.send("Network.emulateNetworkConditions", { offline: false, latency: 0, uploadThroughput: -1, downloadThroughput: bytesPerSecond });
  await slow(30_000);
  let files = 0;
  page.on("download", () => files++);
  await start(page).click();
  await expect(dialog(page).getByText(/^[1-9]\d* of [\d,]+ rows$/)).toBeVisible();
  await expect(dialog(page).getByRole("progressbar")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(dialog(page).getByText("Export cancelled, no file was saved")).toBeVisible();
  expect(files).toBe(0);
  await slow(-1);
  // The server lets go of the one that was given up as soon as it sees that nobody listens.
  await expect(async () => {
    await start(page).click();
    await expect(dialog(page).getByText(/rows saved$/)).toBeVisible({ timeout: 5_000 });
  }).toPass();
});

test("a view is copied as a link, and as calls that a shell runs as they stand", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/keys?q=it%27s%20%22%24(id)%22&alias=!~[a-z]&rotation=off");
  await open(page);
  const copy = async (name: string) => {
    await dialog(page).getByRole("button", { name, exact: true }).click();
    await expect(dialog(page).getByRole("button", { name: "Copied" }).first()).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const link = await copy("Link");
  for (const name of ["API call (curl)", "This export (curl)"]) {
    const command = (await copy(name)).replace(/^curl/, "printf '%s\\n'");
    const said = execFileSync("/bin/sh", ["-c", command], { env: { ...process.env, KEYATLAS_TOKEN: tokenAt(baseURL) }, encoding: "utf8" }).trim();
    const [url = "", header = ""] = said.split("\n").reverse();
    const answer = await fetch(url, { headers: [header.split(": ") as [string, string]] });
    expect([answer.status, await answer.text()], url).toEqual([200, expect.any(String)]);
    expect(url).toContain(new URL(link).search.slice(1));
  }
  await page.goto(link);
  await expect(page).toHaveURL(link);
});

test("of a live view the dialog says that a file holds the inventory, and the copied link stays live", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/keys?region=eu-central-1&live=true");
  await open(page);
  await expect(dialog(page).getByText("A file holds the same view of the inventory as last read")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Link", exact: true }).click();
  await expect(dialog(page).getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/keys\?region=eu-central-1&live=true$/);
});
