import { house } from "../fixtures/house.ts";
import { demoSignIn, expect, signIn, test } from "../fixtures/page.ts";

test("signing in leads to the keys", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(page, demoSignIn());
  await expect(page).toHaveURL(/\/keys/);
  await page.context().storageState({ path: house.signedIn });
});
