import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

/** Keys with a resource name. */
const VIEW = "/keys?cloud=alibaba&manager=customer&alias=any";

test.describe("copying", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });
  test("P31: id, alias, account, resource name and link are copied, shown and announced", async ({ page }) => {
    await page.goto(VIEW);
    await keyLinks(page).first().click();
    const bar = keyPanel(page);
    await expect(bar.getByRole("button", { name: "Copy resource name" })).toBeVisible();
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
  await page.goto(VIEW);
  await keyLinks(page).first().click();
  await keyPanel(page).getByRole("button", { name: "Copy key id" }).click();
  await expect(keyPanel(page).getByText("Could not copy key id")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Could not copy key id" })).toBeAttached();
});
