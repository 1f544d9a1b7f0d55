import { strike } from "../fixtures/demo-account.ts";
import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

test("P37, P39, P55: a reading says how far it is, leaves the rows in use, survives a reload, and its end is announced", async ({ page }) => {
  await page.goto("/keys");
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
  const heal = await strike({ account: "Data lake", operation: "ListKeys", times: 4, fault: { kind: "delay", ms: 8_000 } });
  try {
    await page.getByRole("button", { name: "Refresh", exact: true }).click();
    await expect(page.getByRole("button", { name: /^Reading, \d+ left$/ })).toBeDisabled();
    await keyLinks(page).first().click();
    await expect(keyPanel(page).getByRole("heading", { level: 2 })).toBeVisible();

    await page.goto("/sources");
    const bar = page.getByRole("progressbar", { name: /^\d+ of \d+ sources done$/ });
    await expect(bar).toBeVisible();
    await page.reload();
    await expect(bar).toBeVisible();
    expect(Number(await bar.getAttribute("aria-valuenow"))).toBeLessThan(100);
    await expect(bar).toBeHidden({ timeout: 60_000 });
    await expect(page.getByRole("status").filter({ hasText: "Reading finished" })).toBeAttached();
    await expect(page.getByRole("button", { name: "Refresh all" })).toBeEnabled();
  } finally {
    await heal();
  }
});
