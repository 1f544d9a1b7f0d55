import { keyLinks } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

test("rows asked of the clouds say so, and lead back to the inventory", async ({ page }) => {
  await page.goto("/keys?region=tr-west-1");
  const stored = await keyLinks(page).count();
  await page.getByRole("link", { name: "Ask the clouds now" }).click();
  await expect(page).toHaveURL(/live=true/);
  await expect(page.getByRole("status").filter({ hasText: "Live: asked just now" })).toBeVisible({ timeout: 30_000 });
  await expect(keyLinks(page)).toHaveCount(stored);
  await expect(page.getByText("The counts are the inventory’s.")).toBeVisible();
  await page.getByRole("button", { name: "Count live" }).click();
  await expect(page.getByText("Counted live just now")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Back to the inventory" }).click();
  await expect(page).not.toHaveURL(/live=true/);
  await expect(page.getByText("Live: asked")).toBeHidden();
});
