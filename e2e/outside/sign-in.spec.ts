import { demoSignIn, expect, signIn, test } from "../fixtures/page.ts";

test.describe("a wrong password", () => {
  test.use({ complaints: [/status of 401/] });
  test("is told in words, and says nothing of who exists", async ({ page }) => {
    await page.goto("/sign-in");
    for (const email of [demoSignIn().email, "nobody@example.org"]) {
      await signIn(page, { email, password: "not the password" });
      await expect(page.getByRole("alert").filter({ hasText: "wrong" })).toHaveText("Email or password is wrong.");
    }
  });
});

test("a shared link leads through the sign-in to the same view", async ({ page }) => {
  await page.goto("/keys?state=disabled&sort=-created");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(page, demoSignIn());
  await expect(page).toHaveURL(/\/keys\?state=disabled&sort=-created$/);
  await expect(page.getByRole("table")).toBeVisible();
});

test("signing out ends the session on the server", async ({ page, context, playwright, baseURL }) => {
  await page.goto("/sign-in");
  await signIn(page, demoSignIn());
  await expect(page.getByRole("table")).toBeVisible();
  const before = await context.storageState();
  const old = await playwright.request.newContext({ baseURL, storageState: before });
  expect((await old.get("/api/v1/keys")).status()).toBe(200);

  await page.getByRole("button", { name: /signed in as/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect((await old.get("/api/v1/keys")).status()).toBe(401);
  await old.dispose();
});
