import { expect, test } from "../fixtures/page.ts";

test("a word that only one cloud uses is counted, and leads to its keys", async ({ page }) => {
  await page.goto("/sources");
  await page.getByRole("link", { name: "State Frozen by risk" }).click();
  await expect(page).toHaveURL(/\/keys\?state=frozen-by-risk$/);
  await expect(page.getByRole("rowheader")).toHaveCount(1);
});
