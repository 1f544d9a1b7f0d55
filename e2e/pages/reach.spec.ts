import { focusLook } from "../fixtures/focus.ts";
import { facet, keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { LOOKS } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/page.ts";

const MOST_STOPS = 45;

test("P53: a way past the bar, landmarks, a caption, and a head for each row", async ({ page }) => {
  await page.goto("/keys");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  for (const landmark of ["banner", "main"] as const) await expect(page.getByRole(landmark)).toHaveCount(1);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Filters" })).toBeVisible();
  await expect(page.getByRole("search")).toBeVisible();
  const table = page.getByRole("table", { name: "Keys, sorted by alias" });
  await expect(table.getByRole("rowheader")).toHaveCount(50);
  await expect(table.locator("tbody tr:not(:has(th[scope=row]))")).toHaveCount(0);
});

for (const { name, viewport, colorScheme } of LOOKS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme, contextOptions: { reducedMotion: "reduce" } });
    test("P54: every stop shows its focus by 2 px at 3:1, under nothing", async ({ page }) => {
      await page.goto("/keys?state=disabled");
      await keyLinks(page).nth(3).click();
      await expect(keyPanel(page).getByRole("heading", { level: 2 })).toBeVisible();
      const poor: unknown[] = [];
      let stops = 0;
      for (; stops < MOST_STOPS; stops++) {
        await page.keyboard.press("Tab");
        const look = await focusLook(page);
        if (!look) break;
        if (look.ring < 2 || look.contrast < 3 || look.isCovered) poor.push(look);
      }
      expect(poor).toEqual([]);
      expect(stops).toBeGreaterThan(12);
    });
  });
}

test("P54: Esc closes what is on top alone, and the focus goes back to what opened it", async ({ page }) => {
  await page.goto("/keys");
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
  await keyLinks(page).nth(1).click();
  await expect(keyPanel(page).getByRole("heading", { level: 2 })).toBeVisible();
  const opener = page.getByRole("button", { name: "Export", exact: true });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Export this view" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(keyPanel(page)).toBeVisible();
});

test("P55: one polite region says counts, range, sort and copies, and nothing for each letter", async ({ page }) => {
  await page.goto("/keys");
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
  await expect(page.locator("[aria-live=polite]")).toHaveCount(1);
  const told = page.locator("[aria-live=polite]");
  await facet(page, "State", "Disabled").click();
  await expect(told).toHaveText(/^\d+ keys, showing 1 to \d+\. Keys, sorted by alias/);
  await page.getByRole("columnheader", { name: "State" }).getByRole("link").click();
  await expect(told).toHaveText(/sorted by state/);
  await page.goto("/keys");
  await page.getByRole("link", { name: "Page 2", exact: true }).click();
  await expect(told).toHaveText(/showing 51 to 100/);
  await page.getByRole("combobox", { name: /^Search alias/ }).pressSequentially("audit");
  await expect(told).toHaveText(/showing 51 to 100/);
  await page.keyboard.press("Enter");
  await expect(told).toHaveText(/showing 1 to/);
  await keyLinks(page).first().click();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await keyPanel(page).getByRole("button", { name: /^Copy/ }).first().click();
  await expect(told).toHaveText(/^Copied/);
});
