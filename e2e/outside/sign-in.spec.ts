import { facet } from "../fixtures/keys-page.ts";
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

test("P59: labels, what a password manager fills, and paste", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByLabel("Email")).toHaveAttribute("autocomplete", "username");
  await expect(page.getByLabel("Password")).toHaveAttribute("autocomplete", "current-password");
  for (const field of [page.getByLabel("Email"), page.getByLabel("Password")]) {
    const isFree = await field.evaluate((input) => input.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true })));
    expect(isFree).toBe(true);
  }
});

test.describe("a session that ends on the server", () => {
  test.use({ complaints: [/status of 401/] });
  test("P59: the next click leads to the sign-in, and from there to the very view that was asked for", async ({ page, context, playwright, baseURL }) => {
    await page.goto("/sign-in");
    await signIn(page, demoSignIn());
    await expect(page.getByRole("table")).toBeVisible();
    await page.goto("/keys?state=disabled&sort=-created");
    await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
    const elsewhere = await playwright.request.newContext({ baseURL, storageState: await context.storageState() });
    const { csrfToken } = await (await elsewhere.get("/api/auth/csrf")).json();
    await elsewhere.post("/api/auth/signout", { form: { csrfToken, json: "true" }, headers: { origin: baseURL ?? "" } });
    expect((await elsewhere.get("/api/v1/keys")).status()).toBe(401);
    await elsewhere.dispose();

    await facet(page, "Rotation", "Off").click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(page.getByText("/keys?state=disabled&rotation=off&sort=-created")).toBeVisible();
    await signIn(page, demoSignIn());
    await expect(page).toHaveURL(/\/keys\?state=disabled&rotation=off&sort=-created$/);
    await expect(page.getByRole("table")).toBeVisible();
  });
});
