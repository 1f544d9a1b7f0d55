import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "../fixtures/accessible.ts";
import { house, instances } from "../fixtures/house.ts";
import { LOOKS } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/page.ts";
import { makeToken } from "../fixtures/token.ts";

const OWNER = { email: "ada@example.org", password: "a long sentence nobody guesses" };

test.describe.configure({ mode: "serial" });

for (const { name, viewport, colorScheme } of LOOKS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });
    test("the set-up is quiet and accessible", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByRole("heading", { name: "Set up Keyatlas" })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test.describe("a wrong set-up token", () => {
  test.use({ complaints: [/status of 403/] });
  test("is refused in words", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("Set-up token").fill("not-the-token");
    await page.getByLabel("Your email").fill(OWNER.email);
    await page.getByLabel("Password").fill(OWNER.password);
    await page.getByRole("button", { name: "Create the first owner" }).click();
    await expect(page.getByText("The set-up token is wrong")).toBeVisible();
  });
});

test("the printed token makes the first owner, once", async ({ page }) => {
  const token = readFileSync(join(instances.empty.data, "setup-token"), "utf8").trim();
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup/);
  await page.getByLabel("Set-up token").fill(token);
  await page.getByLabel("Your email").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Create the first owner" }).click();
  await expect(page).toHaveURL(/\/keys/);
  await page.context().storageState({ path: house.ownerSignedIn });

  await page.goto("/setup");
  await expect(page).not.toHaveURL(/\/setup/);
  const again = await page.request.post("/api/setup", { data: { token, ...OWNER } });
  expect(again.status()).toBe(404);
});

test("the command line works beside the server", () => {
  makeToken(instances.empty);
});
