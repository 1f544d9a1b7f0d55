import type { Page } from "@playwright/test";
import { facet, keyLinks, shownTotal, token } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

const group = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

/** The numbers of a facet by its values. */
async function counts(page: Page, name: string): Promise<Record<string, number>> {
  const labels = await group(page, name)
    .getByRole("checkbox")
    .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("aria-label") ?? ""));
  return Object.fromEntries(labels.map((label) => [label.split(", ")[0], Number(/, ([\d,]+)\+? keys/.exec(label)?.[1]?.replaceAll(",", ""))]));
}
const sum = (numbers: Record<string, number>) => Object.values(numbers).reduce((all, one) => all + one, 0);

test("P13, P16: a facet narrows all keys to what it promised, is a token, and a colleague sees the same", async ({ page, browser, baseURL, storageState }) => {
  await page.goto("/keys");
  const disabled = facet(page, "State", "Disabled");
  const { Disabled: promised } = await counts(page, "State");
  await disabled.click();
  await expect(page).toHaveURL(/\?state=disabled$/);
  await expect(disabled).toBeChecked();
  await expect(token(page, "State is Disabled")).toBeVisible();
  await expect.poll(() => shownTotal(page)).toBe(promised);
  const first = await keyLinks(page).first().innerText();

  const colleague = await browser.newContext({ baseURL, storageState });
  const theirs = await colleague.newPage();
  await theirs.goto(page.url());
  expect(await shownTotal(theirs)).toBe(promised);
  await expect(keyLinks(theirs).first()).toHaveText(first);
  await colleague.close();

  await page.goBack();
  await expect(disabled).not.toBeChecked();
});

test("P17: counts leave out their own facet, respect the others, and stay at zero", async ({ page }) => {
  await page.goto("/keys");
  const all = await shownTotal(page);
  const before = await counts(page, "Rotation");
  expect(sum(before)).toBe(all);
  await facet(page, "Rotation", "Off").click();
  await expect.poll(() => shownTotal(page)).toBe(before.Off);
  expect(await counts(page, "Rotation")).toEqual(before);
  expect(sum(await counts(page, "Cloud"))).toBe(before.Off);

  await page.goto("/keys?spec=ed25519&state=frozen-by-risk&q=nothing-is-called-so");
  await expect(page.getByRole("heading", { name: /^No key matches/ })).toBeVisible();
  const states = await counts(page, "State");
  expect(Object.keys(states).length).toBeGreaterThan(4);
  expect(sum(states)).toBe(0);
  // The chosen value is listed although the list shows only its first eight.
  await expect(group(page, "Spec").getByRole("checkbox", { name: /^Ed25519, 0/ })).toBeChecked();
});

test("P18: only, exclude, find, order and more inside a facet, by keyboard", async ({ page }) => {
  await page.goto("/keys");
  const disabled = facet(page, "State", "Disabled");
  await expect(async () => {
    await facet(page, "State", "Enabled").focus();
    await disabled.focus();
    await page.getByRole("link", { name: "Exclude Disabled" }).focus({ timeout: 2000 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?state=!disabled$/);
  await page.getByRole("link", { name: "Only Disabled" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?state=disabled$/);
  await page.getByRole("link", { name: "Clear State" }).press("Enter");
  await expect(page).toHaveURL(/\/keys$/);

  const regions = group(page, "Region");
  await regions.getByRole("button", { name: /^Show \d+ more$/ }).press("Enter");
  const names = async () => Object.keys(await counts(page, "Region"));
  const byCount = await names();
  await regions.getByRole("button", { name: "Sort Region A–Z" }).press("Enter");
  await expect(regions.getByRole("button", { name: "Sort Region A–Z" })).toHaveAttribute("aria-pressed", "true");
  expect(await names()).toEqual(byCount.toSorted());
  expect(byCount).not.toEqual(byCount.toSorted());
  await regions.getByRole("searchbox", { name: "Find in Region" }).fill("shanghai");
  await expect(regions.getByRole("checkbox")).toHaveCount(1);
});
