import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expectAccessible } from "../fixtures/accessible.ts";
import { type Hands, watchHands } from "../fixtures/hands.ts";
import { facet, keyLinks, shownTotal } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";
import { demoWorld, isReadable, readableKeys } from "../fixtures/world.ts";

/** The questions of docs/audit-questions.md, each answered by clicks alone from where the sign-in leads; the emulated clouds' own books are the second witness. */
const DAY_MS = 86_400_000;
let hands: Hands;
test.beforeEach(async ({ page }) => {
  hands = await watchHands(page);
  await page.goto("/keys");
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
});

const soon = (at: string | null, days: number) => at !== null && Date.parse(at) <= Date.now() + days * DAY_MS;
const rotationOf = ({ facts, absent }: Awaited<ReturnType<typeof readableKeys>>[number]) => absent.rotation ?? facts.rotation;

async function openView(page: Page, name: string) {
  await page.getByRole("button", { name: /^View(s$|: )/ }).click();
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name, exact: true }).click();
}

test("1: is this list complete, and what is not in it? One click, and a second for the proof", async ({ page }) => {
  const world = await demoWorld();
  await page.getByRole("button", { name: "What is missing" }).click();
  hands.expectClicks(1);
  const missing = page.getByRole("dialog", { name: "What is missing" });
  for (const { name, trouble, unlistedRegions } of world) {
    for (const [region, why] of Object.entries(trouble)) {
      const group = missing.locator("section").filter({ has: page.getByRole("heading", { name: why === "denied" ? /^Not read/ : /^Without KMS/ }) });
      await expect(group.getByRole("listitem").filter({ hasText: name }).filter({ hasText: region })).toContainText(/request \S+/);
    }
    for (const region of unlistedRegions) await expect(missing.getByText(`${name} · ${region}`)).toBeVisible();
  }
  await expect(missing).toContainText("all are the same as listed");
  await expectAccessible(page);

  await missing.getByRole("link", { name: "All sources" }).click();
  await expect(page).toHaveURL(/\/sources$/);
  hands.expectClicks(1);
  const table = page.getByRole("table");
  for (const account of world.filter(({ cloud }) => cloud === "alibaba")) {
    for (const region of account.regions.filter((one) => !account.trouble[one])) {
      const known = account.keys.filter((key) => key.region === region && isReadable(account, key)).length;
      const row = table.getByRole("row").filter({ hasText: account.name }).filter({ hasText: region });
      await expect(row.getByRole("cell").nth(1)).toContainText(new RegExp(`^${known}\\b`));
    }
  }
});

test("3, 4, 5: rotation off, not possible, not known: two clicks each", async ({ page }) => {
  const keys = await readableKeys();
  await facet(page, "Rotation", "Off").click();
  await facet(page, "State", "Enabled").click();
  await expect(page).toHaveURL(/\/keys\?state=enabled&rotation=off$/);
  await expect.poll(() => shownTotal(page)).toBe(keys.filter((key) => rotationOf(key) === "off" && key.facts.state === "enabled").length);
  hands.expectClicks(2);

  await page.getByRole("link", { name: "Keys", exact: true }).click();
  await expect(page).toHaveURL(/\/keys$/);
  await facet(page, "Rotation", "Not applicable").click();
  await facet(page, "Managed by", "Customer").click();
  const stuck = keys.filter((key) => rotationOf(key) === "not-applicable" && key.facts.manager === "customer");
  await expect.poll(() => shownTotal(page)).toBe(stuck.length);
  await expect(page.getByRole("row").nth(1)).toContainText(/imported key material|asymmetric key|MAC key|foreign/);
  hands.expectClicks(3);

  await openView(page, "Rotation unknown");
  await expect(page).toHaveURL(/\/keys\?rotation=denied,failed,pending$/);
  await expect.poll(() => shownTotal(page)).toBe(keys.filter((key) => /denied|failed|pending/.test(rotationOf(key) ?? "")).length);
  hands.expectClicks(2);
});

test("9, 13: what will be deleted or expire, and when: two clicks", async ({ page }) => {
  const keys = await readableKeys();
  await facet(page, "State", "Pending deletion").click();
  await page.getByRole("columnheader", { name: "Deletes" }).getByRole("link").click();
  await expect(page).toHaveURL(/\/keys\?state=pending-deletion&sort=deletes$/);
  const pending = keys.filter(({ facts, absent }) => facts.state === "pending-deletion" && !absent.state);
  await expect.poll(() => shownTotal(page)).toBe(pending.length);
  const [first] = pending.sort((a, b) => (a.facts.deletesAt ?? "").localeCompare(b.facts.deletesAt ?? ""));
  await expect(page.getByRole("row").nth(1)).toContainText(first?.keyId ?? "");
  await expect(page.getByRole("row").nth(1)).toContainText(first?.facts.deletesAt?.slice(0, 10) ?? "");
  hands.expectClicks(2);

  await openView(page, "Key material expires within 30 days");
  await expect(page).toHaveURL(/\/keys\?expires=\.\.30d&sort=expires$/);
  const expiring = keys.filter(({ facts, absent }) => !absent.expiresAt && soon(facts.expiresAt, 30));
  await expect(keyLinks(page)).toHaveCount(expiring.length);
  const expired = expiring.filter(({ facts }) => soon(facts.expiresAt, 0));
  expect(expired.length).toBeGreaterThan(0);
  for (const key of expiring) {
    const day = key.facts.expiresAt?.slice(0, 10) ?? "-";
    await expect(page.getByRole("row").filter({ hasText: key.keyId })).toContainText(expired.includes(key) ? `${day}expired` : day);
  }
  hands.expectClicks(2);
});

test("17: the inventory with algorithm, usage and expiry of every key: two clicks", async ({ page }) => {
  const keys = await readableKeys();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Export [\d,]+\+$/ }).click();
  const file = readFileSync(await (await waiting).path());
  hands.expectClicks(2);
  const rows: Record<string, string>[] = parse(file, { columns: true, bom: true });
  expect(rows.length).toBe(keys.length);
  const told = new Map(rows.map((row) => [`${row.region} ${row.keyId}`, row]));
  for (const { region, keyId, facts, absent } of keys.filter((key) => !key.absent.spec)) {
    const row = told.get(`${region} ${keyId}`);
    expect([row?.spec, row?.usage, absent.expiresAt ? "" : row?.expiresAt], keyId).toEqual([
      facts.spec,
      facts.usage,
      absent.expiresAt || !facts.expiresAt ? "" : facts.expiresAt,
    ]);
  }
});

test("12, 22, 28: unprotected, in software, without an owner: one to three clicks", async ({ page }) => {
  const keys = await readableKeys();
  const told = (key: (typeof keys)[number], field: "deletionProtection" | "protection") => key.absent[field] ?? key.facts[field];
  await facet(page, "Deletion protection", "Off").click();
  await expect.poll(() => shownTotal(page)).toBe(keys.filter((key) => told(key, "deletionProtection") === "off").length);
  hands.expectClicks(1);

  await page.getByRole("link", { name: "Keys", exact: true }).click();
  await expect(page).toHaveURL(/\/keys$/);
  await facet(page, "Protection", "HSM").click();
  await expect.poll(() => shownTotal(page)).toBe(keys.filter((key) => told(key, "protection") === "hsm").length);
  hands.expectClicks(2);

  await page.getByRole("combobox", { name: /^Search alias/ }).click();
  await page.getByRole("option", { name: "Tag", exact: true }).click();
  await page.getByRole("option", { name: "lack owner", exact: true }).click();
  await expect(page).toHaveURL(/\/keys\?protection=hsm&tag=!owner$/);
  const orphans = keys.filter((key) => told(key, "protection") === "hsm" && !key.absent.tags && !("owner" in key.facts.tags));
  await expect.poll(() => shownTotal(page)).toBe(orphans.length);
  hands.expectClicks(3);
});
