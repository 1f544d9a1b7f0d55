import { expect, test } from "../fixtures/page.ts";
import { demoWorld } from "../fixtures/world.ts";

test("a region that refuses is told: above the rows, in every count, with code and request id", async ({ page }) => {
  const denied = (await demoWorld()).flatMap((account) => Object.entries(account.trouble).filter(([, why]) => why === "denied"));
  await page.goto("/keys");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/\(\d+\+\)/);
  await page.getByRole("button", { name: "What is missing" }).click();
  const missing = page.getByRole("dialog", { name: "What is missing" });
  for (const [region] of denied) {
    const item = missing.getByRole("listitem").filter({ hasText: region }).first();
    await expect(item).toContainText(/request \S+/);
  }
  await missing.getByRole("link", { name: "All sources" }).click();
  await expect(page).toHaveURL(/\/sources/);
  for (const [region] of denied)
    await expect(
      page
        .getByRole("row")
        .filter({ hasText: region })
        .filter({ hasText: /unread|failed|denied/i })
        .first(),
    ).toBeVisible();
});

test("rows that a filter cannot judge are counted, and can be looked at", async ({ page }) => {
  await page.goto("/keys?rotation=on");
  const link = page.getByRole("link", { name: /more could not be judged/ });
  const [, count = ""] = /(\d+) more/.exec(await link.innerText()) ?? [];
  await link.click();
  await expect(page).toHaveURL(/judged=undecided/);
  await expect(page.getByText(new RegExp(`^1–\\d+ of ${count}\\+?$`))).toBeVisible();
});
