import { keyLinks } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("P65: rows, filters, sort, pages, the search and the page of a key work", async ({ page }) => {
    await page.goto("/keys?q=no+such+key&colour=red");
    await expect(page.getByRole("heading", { name: /^No key matches/ })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "not understood" })).toBeVisible();
    await page.goto("/keys?state=enabled");
    await expect(keyLinks(page)).toHaveCount(50);
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(page).toHaveURL(/state=enabled&page=2$/);
    await page.getByRole("columnheader", { name: "State" }).getByRole("link").click();
    await expect(page).toHaveURL(/sort=state/);
    await expect(page.getByRole("columnheader", { name: "State" })).toHaveAttribute("aria-sort", "ascending");
    const field = page.getByRole("combobox", { name: /^Search alias/ }).or(page.getByRole("searchbox", { name: /^Search alias/ }));
    await field.fill("audit");
    await field.press("Enter");
    await expect(page).toHaveURL(/[?&]q=audit/);
    await expect(page).toHaveURL(/state=enabled/);
    await expect(page.getByText(/matches?$/).first()).toBeVisible();
    await page.getByRole("link", { name: /^Remove filter State/ }).click();
    await expect(page).not.toHaveURL(/state=/);
    await keyLinks(page).first().click();
    await page.getByRole("link", { name: "Open the full page" }).click();
    await expect(page).toHaveURL(/\/keys\/[0-9a-z]{12}$/);
    await expect(page.getByRole("heading", { name: "Cryptography" })).toBeVisible();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Sources" }).click();
    await expect(page.getByRole("rowheader").first()).toBeVisible();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Accounts" }).click();
    await expect(page.getByText("Payments prod").first()).toBeVisible();
  });
});

test("P65: paper has every row, what was asked, when and what is missing, and no bars", async ({ page }) => {
  await page.goto("/keys?state=enabled");
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeHidden();
  await expect(page.getByRole("columnheader", { name: "Key" }).getByRole("link")).toBeVisible();
  await expect(page.getByRole("button", { name: "Export", exact: true })).toBeHidden();
  await expect(page.getByText(/Keyatlas · .* UTC · http:\/\/localhost:\d+\/keys\?state=enabled/)).toBeVisible();
  await expect(page.getByRole("main").locator("form").first()).toContainText(/State\s*is\s*Enabled/);
  await expect(page.getByText(/sources? unread/).first()).toBeVisible();
  await expect(page.getByText(/^1–50 of/)).toBeVisible();
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll(".key-table tbody :is(td, th, a, .second)")]
      .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0)
      .map((cell) => cell.textContent),
  );
  expect(cut).toEqual([]);
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.length).toBeLessThan(6);
});
