import { expectAccessible } from "../fixtures/accessible.ts";
import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/keys");
  // The buttons wait for the script, and the keys come with it.
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
});

test("P28, P53: the table is one stop, rows are walked, opened and left by keys alone", async ({ page }) => {
  await page.keyboard.press("j");
  await expect(keyLinks(page).first()).toBeFocused();
  // The moment of the row's time: it covers nothing that the keys are for.
  await expect(page.getByRole("tooltip")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await expect(keyLinks(page).nth(2)).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("End");
  await expect(keyLinks(page).nth(49)).toBeFocused();
  await expect(keyLinks(page).nth(49)).toBeInViewport();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("columnheader", { name: /^Key/ }).getByRole("link")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("columnheader", { name: "State" }).getByRole("link")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("PageDown");
  await expect(keyLinks(page).nth(10)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("table").locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(keyLinks(page).nth(10)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(keyPanel(page).getByRole("heading", { level: 2 })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keyPanel(page)).toBeHidden();
  await expect(keyLinks(page).nth(10)).toBeFocused();
});

test("n and ] go on a page, p and [ go back, and the focus comes along", async ({ page }) => {
  await page.keyboard.press("j");
  const page2 = page.getByRole("link", { name: "Page 2", exact: true });
  await page.keyboard.press("n");
  await expect(page2).toHaveAttribute("aria-current", "page");
  await expect(keyLinks(page).first()).toBeFocused();
  await page.keyboard.press("]");
  await expect(page).toHaveURL(/page=3$/);
  await expect(page2).not.toHaveAttribute("aria-current");
  await page.keyboard.press("[");
  await expect(page2).toHaveAttribute("aria-current", "page");
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/\/keys$/);
});

test("P57: keys are listed, mean nothing while somebody types, and can be turned off", async ({ page }) => {
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys of the keyboard" });
  await expect(help.getByText("Next key", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("j");
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();

  await page.keyboard.press("f");
  await page.keyboard.type("njf?");
  await expect(page.locator(":focus")).toHaveValue("njf?");
  await expect(page).not.toHaveURL(/page=/);
  await page.goto("/keys");
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Go to a key id or alias" })).toBeFocused();
  await page.keyboard.press("Tab");

  await page.getByRole("button", { name: "Keyboard" }).click();
  await help.getByLabel("Single keys are on").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  await expect(help).toBeHidden();
  await expect(page).toHaveURL(/\/keys$/);
  await expect(page.getByRole("button", { name: "Keyboard" })).toBeFocused();
});
