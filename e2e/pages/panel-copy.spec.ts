import type { Page } from "@playwright/test";
import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

/** Opens a key with a resource name, and lets the time stand still: what shows for a moment is there however slow the machine is. */
async function openKey(page: Page) {
  await page.clock.install();
  await page.goto("/keys?cloud=alibaba&manager=customer&alias=any");
  await keyLinks(page).first().click();
  await expect(keyPanel(page).getByText("Provenance")).toBeVisible();
  await page.clock.pauseAt(Date.now() + 3_600_000);
}

test.describe("copying", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  test("P31: id, alias, account, resource name and link are copied, shown and announced", async ({ page }) => {
    await openKey(page);
    const bar = keyPanel(page);
    for (const what of ["key id", "alias", "account", "resource name", "link to this key"]) {
      await bar.getByRole("button", { name: `Copy ${what}` }).click();
      await expect(bar.getByText(`Copied ${what}`)).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: `Copied ${what}` })).toBeAttached();
    }
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });
});

test("P31: what could not be copied is said too", async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("Write permission denied.", "NotAllowedError"));
  });
  await openKey(page);
  await keyPanel(page).getByRole("button", { name: "Copy key id" }).click();
  await expect(keyPanel(page).getByText("Could not copy key id")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Could not copy key id" })).toBeAttached();
});
