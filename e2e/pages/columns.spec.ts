import type { Browser, Page } from "@playwright/test";
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

test("P8: columns are shown, found, ordered by buttons and by keys, kept in a new tab, and reset", async ({ page, context }) => {
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

/** Opens the keys as the same person on a machine that has no cookie of the table's look. */
async function elsewhere(page: Page, browser: Browser): Promise<Page> {
  const session = await page.context().storageState();
  const cookies = session.cookies.filter(({ name }) => name !== "keyatlas-density");
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, storageState: { ...session, cookies } });
  const there = await context.newPage();
  await there.goto("/keys");
  return there;
}

const widthOf = async (page: Page, name: RegExp) => (await heads(page).filter({ hasText: name }).boundingBox())?.width;
const ground = (page: Page, row: number) =>
  page
    .getByRole("rowheader")
    .nth(row)
    .evaluate((cell) => getComputedStyle(cell).backgroundColor);

test("P8, P12, S2: widths by keyboard, lines, stripes, density and page size go with the person to another browser", async ({ page, browser }) => {
  await page.goto("/keys");
  await open(page);
  const width = dialog(page).getByLabel("Width of Description, px");
  await width.fill("300");
  await width.press("ArrowUp");
  await width.press("ArrowUp");
  await expect(width).toHaveValue("316");
  await expect(width).toBeFocused();
  for (const name of ["ARN, URN", "All aliases", "First seen"]) await dialog(page).getByRole("checkbox", { name, exact: true }).check();
  await dialog(page).getByLabel("Width of ARN, URN, px").fill("120");
  for (const name of ["Wrap long values", "Striped rows"]) await dialog(page).getByLabel(name).check();
  await dialog(page).getByText("Compact", { exact: true }).click();
  await dialog(page).getByText("25", { exact: true }).click();
  await apply(page);
  await expect(page).toHaveURL(/size=25/);
  await expect(keyLinks(page)).toHaveCount(25);

  const there = await elsewhere(page, browser);
  await expect(there).toHaveURL(/\/keys\?size=25$/);
  await expect(there.getByRole("button", { name: "Comfortable" })).toBeVisible();
  for (const one of [page, there]) {
    await expect.poll(() => widthOf(one, /^Description/)).toBe(316);
    expect(await ground(one, 1)).not.toBe(await ground(one, 2));
    // An ARN of 60 characters in a column of 120 px, and no cell of more than three lines.
    const tallest = await one.getByRole("row").evaluateAll((rows) => Math.max(...rows.map((row) => row.clientHeight)));
    expect(tallest).toBeGreaterThan(40);
    expect(tallest).toBeLessThan(64);
  }
  await heads(there).last().scrollIntoViewIfNeeded();
  await expect(heads(there).last()).toBeInViewport();
  await expect(keyLinks(there).first()).toBeInViewport();
  expect(await there.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(there);

  await open(page);
  await dialog(page).getByLabel("Keep the key in sight").uncheck();
  await apply(page);
  await there.reload();
  await heads(there).last().scrollIntoViewIfNeeded();
  await expect(keyLinks(there).first()).not.toBeInViewport();
  await there.context().close();

  await open(page);
  await dialog(page).getByRole("button", { name: "Reset" }).click();
  await apply(page);
  await expect(page.getByRole("button", { name: "Compact" })).toBeVisible();
  await expect.poll(() => ground(page, 1)).toBe(await ground(page, 2));
});

test("P12: a column is drawn wider by its edge; the columns in sight become the choice, and nothing else moves", async ({ page }) => {
  await page.goto("/keys");
  const before = await heads(page).allInnerTexts();
  const state = heads(page).filter({ hasText: /^State/ });
  // A page that is left at once takes what it has not sent yet with it.
  const kept = page.waitForResponse((response) => response.request().method() === "PUT" && response.url().endsWith("/preferences"));
  await expect(async () => {
    const box = await state.boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) - 4, (box?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 10, { steps: 4 });
    await page.mouse.up();
    expect((await state.boundingBox())?.width).toBeGreaterThan(190);
  }).toPass();
  const drawn = await widthOf(page, /^State/);
  await kept;
  await expect(async () => {
    await page.reload();
    expect(await widthOf(page, /^State/)).toBe(drawn);
  }).toPass();
  expect(await heads(page).allInnerTexts()).toEqual(before);
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
