import { expectAccessible } from "../fixtures/accessible.ts";
import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { LOOKS } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/page.ts";

const PLACES = [
  ["/keys", /keys/i],
  ["/keys?state=disabled&spec=!aes-256&created=2020-01-01..&sort=-created", /keys/i],
  ["/keys?q=no+such+key+anywhere", /no key/i],
  ["/keys?colour=red", /keys/i],
  ["/accounts", /accounts/i],
  ["/accounts/new", /account/i],
  ["/sources", /sources/i],
] as const;

for (const { name, viewport, colorScheme } of LOOKS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });
    for (const [path, heading] of PLACES) {
      test(`${path} is quiet and accessible`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible();
        await expectAccessible(page);
      });
    }

    test("an account, checked, is quiet and accessible", async ({ page }) => {
      await page.goto("/accounts");
      await page.getByRole("link", { name: "Payments prod" }).click();
      await page.getByRole("button", { name: "Check", exact: true }).click();
      await expect(page.getByText("Works, with gaps")).toBeVisible();
      await expectAccessible(page);
    });

    test("an open key is quiet and accessible", async ({ page }) => {
      await page.goto("/keys");
      await keyLinks(page).first().click();
      await expect(page).toHaveURL(/[?&]key=[0-9a-z]{12}/);
      await expect(keyPanel(page).getByRole("heading", { level: 2 })).toBeVisible();
      await expectAccessible(page);
    });

    test.describe("a page that is not there", () => {
      test.use({ complaints: [/status of 404/] });
      test("says so, quietly and accessibly", async ({ page }) => {
        await page.goto("/nowhere");
        await expect(page.getByRole("heading").first()).toBeVisible();
        await expectAccessible(page);
      });
    });
  });
}
