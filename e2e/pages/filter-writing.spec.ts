import type { Page } from "@playwright/test";
import { expectAccessibleInLooks } from "../fixtures/accessible.ts";
import { facet, filterField, token } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

const list = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });
const option = (page: Page, name: string | RegExp) => list(page).getByRole("option", { name, exact: typeof name === "string" });

test("P13, P21: property, operator and value are chosen by keyboard alone, and the rail agrees", async ({ page }) => {
  await page.goto("/keys");
  await filterField(page).focus();
  await expect(option(page, "Rotation")).toBeVisible();
  await page.keyboard.type("rotation");
  await expect(option(page, "Rotation").locator("b")).toHaveText("Rotation");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(option(page, "Rotation")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.keyboard.type("none of");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("off");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?rotation=!off$/);
  await expect(token(page, "Rotation is not Off")).toBeVisible();
  await expect(page.getByRole("group", { name: "Rotation" }).getByRole("checkbox", { name: /^Off, .*left out$/ })).toBeVisible();
  await expect(filterField(page)).toBeFocused();
});

test("P21: a value is found without its property; what fits nothing is a row; Escape closes the list, then empties the field", async ({ page }) => {
  await page.goto("/keys");
  await filterField(page).fill("disab");
  await option(page, /State · Disabled/).click();
  await expect(page).toHaveURL(/\?state=disabled$/);
  await expect(facet(page, "State", "Disabled")).toBeChecked();
  await filterField(page).fill("cloud");
  await option(page, "Cloud").click();
  await filterField(page).fill("zzz");
  await expect(option(page, "Nothing fits. Choose one of the values.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(filterField(page)).toHaveValue("zzz");
  await page.keyboard.press("Escape");
  await expect(filterField(page)).toHaveValue("");
});

test.describe("keys that cannot be looked up", () => {
  test.use({ complaints: [/status of 503/] });
  test("P21: looking and failing are rows of the list", async ({ page }) => {
    await page.goto("/keys");
    const asked = Promise.withResolvers<void>();
    await page.route(/\/api\/v1\/keys\?.*size=25/, async (route) => {
      await asked.promise;
      await route.fulfill({ status: 503, json: { error: { code: "unavailable", message: "The database is away.", requestId: "r" } } });
    });
    await filterField(page).fill("some key");
    await expect(option(page, "Looking for keys")).toBeVisible();
    asked.resolve();
    await expect(option(page, /^Keys could not be looked up: /)).toBeVisible({ timeout: 20_000 });
    await expect(option(page, "Text contains “some key”")).toBeVisible();
  });
});

test("P21, P57: the Enter that ends a Chinese composition commits nothing; the next one does", async ({ page, context }) => {
  await page.goto("/keys");
  await filterField(page).focus();
  await expect(list(page)).toBeVisible();
  const keyboard = await context.newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "支付", selectionStart: 2, selectionEnd: 2 });
  await filterField(page).dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true });
  await filterField(page).dispatchEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true });
  await keyboard.send("Input.insertText", { text: "支付" });
  await expect(filterField(page)).toHaveValue("支付");
  await expect(page).toHaveURL(/\/keys$/);
  await page.keyboard.press("Enter");
  await expect(token(page, "Text contains “支付”")).toBeVisible();
});

test("P52: the list of what can be pasted is accessible", async ({ page }) => {
  await page.goto("/keys?state=disabled&deletes=..7d");
  await filterField(page).focus();
  await option(page, /^Paste many/).click();
  await expect(page.getByRole("dialog", { name: "Paste many" })).toBeVisible();
  await expectAccessibleInLooks(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("P65: the field is the search of a plain form, and the rest of the view stays", async ({ page }) => {
    await page.goto("/keys?state=disabled&sort=-created");
    await filterField(page).fill("prod");
    await filterField(page).press("Enter");
    await expect(page).toHaveURL(/state=disabled/);
    await expect(page).toHaveURL(/q=prod/);
    await expect(page).toHaveURL(/sort=-created/);
  });
});
