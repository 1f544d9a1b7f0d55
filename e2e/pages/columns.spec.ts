import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessible.ts";
import { keyLinks } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/person.ts";

const heads = (page: Page) => page.getByRole("table").getByRole("columnheader");
const dialog = (page: Page) => page.getByRole("dialog", { name: "Columns and rows" });
const open = (page: Page) => page.getByRole("button", { name: "Columns", exact: true }).click();
const apply = async (page: Page) => {
  await dialog(page).getByRole("button", { name: "Apply" }).click();
  await expect(dialog(page)).toBeHidden();
};

test("P8: columns are shown, ordered by buttons and by keys, kept, and reset", async ({ page, context }) => {
  await page.goto("/keys");
  await open(page);
  await expectAccessible(page);
  for (const name of ["Description", "Managed by", "Origin", "Protection", "Rotated", "Spec"])
    await dialog(page).getByRole("checkbox", { name, exact: true }).uncheck();
  await dialog(page).getByLabel("Find a column").fill("arn");
  await dialog(page).getByRole("checkbox", { name: "ARN, URN" }).check();
  await dialog(page).getByLabel("Find a column").fill("");
  await dialog(page).getByRole("button", { name: "Move ARN, URN to the front" }).click();
  await dialog(page).getByRole("checkbox", { name: "Created" }).focus();
  await page.keyboard.press("Alt+Home");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(dialog(page).getByRole("checkbox", { name: "Created" })).toBeFocused();
  await apply(page);
  const wanted = [/^Key/, /^ARN, URN/, /^Created/, /^State/, /^Account, region/, /^Rotation/, /^Deletes/];
  await expect(heads(page)).toHaveText(wanted);

  const other = await context.newPage();
  const html = await (await other.request.get("/keys")).text();
  expect(html.indexOf("ARN, URN</th>")).toBeGreaterThan(0);
  await other.goto("/keys");
  await expect(heads(other)).toHaveText(wanted);

  await open(page);
  await dialog(page).getByRole("button", { name: "Reset" }).click();
  await apply(page);
  await expect(heads(page).nth(1)).toHaveText(/^State/);
});

test("S2: what scrolls sideways keeps the key in sight", async ({ page }) => {
  await page.goto("/keys");
  await open(page);
  for (const name of ["ARN, URN", "Tags", "Tag", "Key id", "Last seen"]) {
    const box = dialog(page).getByRole("checkbox", { name, exact: true });
    if ((await box.count()) > 0) await box.check();
  }
  await apply(page);
  await heads(page).last().scrollIntoViewIfNeeded();
  await expect(heads(page).last()).toBeInViewport();
  await expect(keyLinks(page).first()).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(page);
});

test("P8: density and page size are kept for the person, in another browser too", async ({ page, browser }) => {
  await page.goto("/keys");
  await open(page);
  await dialog(page).getByText("Compact", { exact: true }).click();
  await dialog(page).getByText("25", { exact: true }).click();
  await apply(page);
  await expect(page).toHaveURL(/size=25/);
  await expect(keyLinks(page)).toHaveCount(25);
  const session = await page.context().storageState();
  const elsewhere = await browser.newContext({
    baseURL: new URL(page.url()).origin,
    storageState: { ...session, cookies: session.cookies.filter(({ name }) => name !== "keyatlas-density") },
  });
  const there = await elsewhere.newPage();
  await there.goto("/keys");
  await expect(there).toHaveURL(/\/keys\?size=25$/);
  await expect(there.getByRole("button", { name: "Comfortable" })).toBeVisible();
  const tall = await there.getByRole("row").nth(1).boundingBox();
  expect(tall?.height).toBeLessThan(30);
  await elsewhere.close();
});

test("a view may bring its own columns", async ({ page }) => {
  await page.goto("/keys?origin=imported&state=enabled");
  await open(page);
  await dialog(page).getByRole("button", { name: "Move Origin to the front" }).click();
  await apply(page);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Imported and on");
  await page.getByLabel("Keep the columns shown now with it").check();
  await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("button", { name: "View: Imported and on" })).toBeVisible();
  await open(page);
  await dialog(page).getByText("Me, in every view").click();
  await dialog(page).getByRole("button", { name: "Reset" }).click();
  await apply(page);
  await page.goto("/keys");
  await expect(heads(page).nth(1)).toHaveText(/^State/);
  await page.goto("/keys?origin=imported&state=enabled");
  await expect(heads(page).nth(1)).toHaveText(/^Origin/);
});
