import type { Page } from "@playwright/test";
import { keyLinks } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

const FAILING = { status: 503, json: { error: { code: "store_unavailable", message: "The database did not answer.", requestId: "r-1" } } };
const KEYS = "**/api/v1/keys?**";

/** Lets two minutes pass, after which a reader who comes back to the page sees it asked anew. */
async function comeBack(page: Page) {
  await page.clock.fastForward("02:00");
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
}

test.use({ complaints: [/status of 503/] });

test("P37, P45: a slow refresh says so; a failed one keeps the rows, names code and request, and waits for its reader", async ({ page }) => {
  await page.clock.install();
  await page.goto("/keys");
  await expect(page.getByText("Last updated just now")).toBeVisible();
  await expect(keyLinks(page)).toHaveCount(50);

  let free = () => {};
  const held = new Promise<void>((resolve) => (free = resolve));
  await page.route(KEYS, async (route) => {
    await held;
    await route.continue();
  });
  await comeBack(page);
  await expect(page.getByText("Refreshing", { exact: true })).toBeVisible();
  await expect(keyLinks(page)).toHaveCount(50);
  free();
  await expect(page.getByText("Refreshing", { exact: true })).toBeHidden();
  await page.unroute(KEYS);

  await page.route(KEYS, (route) => route.fulfill(FAILING));
  await comeBack(page);
  const warning = page.getByRole("alert").filter({ hasText: "The rows could not be brought up to date" });
  await expect(warning).toContainText("store_unavailable · request r-1");
  await expect(keyLinks(page)).toHaveCount(50);
  await keyLinks(page).first().focus();
  await page.clock.fastForward("10:00");
  await expect(warning).toBeVisible();
  await page.unroute(KEYS);
  await warning.getByRole("button", { name: "Retry" }).click();
  await expect(warning).toBeHidden();
});

test("P40, P45: a list that cannot be had is told in the body of the table, never as an empty one", async ({ page }) => {
  await page.goto("/keys");
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
  await page.route(KEYS, (route) => route.fulfill(FAILING));
  await page.getByRole("link", { name: "Page 2", exact: true }).click();
  const table = page.getByRole("region", { name: "Key table" });
  const alert = table.getByRole("alert");
  await expect(alert).toContainText(/Keys could not be loaded[\s\S]*The database did not answer[\s\S]*store_unavailable[\s\S]*r-1/);
  await expect(table.getByText(/^No key/)).toBeHidden();
  await expect(table.getByRole("columnheader").first()).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
  await page.unroute(KEYS);
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(keyLinks(page)).toHaveCount(50);
  await expect(alert).toBeHidden();
});

test("P37, P38: what could not be read is named, and can be left out of the list", async ({ page }) => {
  await page.goto("/keys");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/\(\d+\+\)/);
  await page.getByRole("button", { name: "What is missing" }).click();
  await page.getByRole("link", { name: "Hide affected" }).click();
  await expect(page).toHaveURL(/\/keys\?(region|account)=!/);
  await expect(page.getByText(/^1–50 of \d+$/)).toBeVisible();
  await expect(page.getByText(/sources? unread/)).toBeHidden();
});

test.describe(() => {
  test.use({ complaints: [/ERR_FAILED|Failed to load chunk/] });

  test("numbers whose script never came do not stay beside other rows", async ({ page }) => {
    await page.route("**/_next/static/**/*.js", async (route) => {
      const response = await route.fetch();
      return (await response.text()).includes("pages.range") ? route.abort() : route.fulfill({ response });
    });
    await page.goto("/keys");
    await expect(page.getByText(/^1–50 of \d+/)).toBeVisible();
    let sought = 0;
    await expect(async () => {
      // Before any script runs this asks for a whole page, which is right: then another search does.
      await page.getByRole("combobox", { name: /^Search alias/ }).fill(`nothing ${sought++}`, { timeout: 1000 });
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name: "This page could not be made" })).toBeVisible({ timeout: 3000 });
    }).toPass();
    await expect(page.getByText(/^1–50 of \d+/)).toBeHidden();
  });
});
