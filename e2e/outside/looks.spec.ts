import { expectAccessible } from "../fixtures/accessible.ts";
import { instances } from "../fixtures/house.ts";
import { LOOKS } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/page.ts";

for (const { name, viewport, colorScheme } of LOOKS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });
    test("the sign-in is quiet and accessible", async ({ page }) => {
      await page.goto("/sign-in?callbackUrl=/keys?state=disabled");
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test("a set-up is over once somebody can sign in", async ({ page }) => {
  await page.goto(`${instances.demo.url}/setup`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
