import { expectAccessibleInLooks } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/page.ts";

test("chosen accounts are checked, each with what goes dark, and lead to their own pages", async ({ page }) => {
  await page.goto("/accounts");
  await page.getByRole("link", { name: "Check accounts" }).click();
  const all = page.getByRole("checkbox", { name: "All accounts" });
  await expect(all).toBeChecked();
  await all.uncheck();
  await expect(page.getByRole("button", { name: "Check 0 accounts" })).toBeDisabled();
  await page.getByRole("checkbox", { name: "Check Payments prod" }).check();
  await page.getByRole("checkbox", { name: "Check Data lake" }).check();
  await page.getByRole("button", { name: "Check 2 accounts" }).click();

  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  await expect(row("Payments prod")).toContainText("Works, with gaps");
  await expect(row("Payments prod")).toContainText("ap-southeast-1");
  await expect(row("Data lake")).toContainText(/Works/);
  await expect(page.getByText(/work with gaps|works with gaps/).first()).toBeVisible();
  await expect(row("Retail")).toContainText("Not checked");

  await page.getByRole("link", { name: "Payments prod" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Payments prod" })).toBeVisible();
});

test("an address chooses accounts on arrival", async ({ page }) => {
  await page.goto("/accounts");
  const path = await page.getByRole("link", { name: "Payments prod" }).getAttribute("href");
  await page.goto(`/accounts/check?account=${path?.split("/").at(-1)}`);
  await expect(page.getByRole("checkbox", { name: "Check Payments prod" })).toBeChecked();
  await expect(page.getByRole("button", { name: "Check 1 account", exact: true })).toBeEnabled();
});

test("another account like this one begins with all but its name and secrets", async ({ page }) => {
  await page.goto("/accounts");
  await page.getByRole("link", { name: "Payments prod" }).click();
  await page.getByRole("link", { name: "Connect another like this one" }).click();
  await expect(page.getByText("Filled in as Payments prod is")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("");
  await expect(page.getByRole("radio", { name: "Alibaba Cloud" })).toBeChecked();
  await expect(page.getByRole("button", { name: "Remove cn-hangzhou" })).toBeVisible();
  await expect(page.getByLabel("AccessKey ID")).toHaveValue(/\S/);
  await expect(page.getByLabel("AccessKey secret")).toHaveValue("");
  await expect(page.getByLabel(/^kms/)).toHaveValue(/^http:\/\/127\.0\.0\.1:/);
});

test("P52: checks are accessible, with their results", async ({ page }) => {
  await page.goto("/accounts/check");
  await page.getByRole("button", { name: /^Check \d+ accounts$/ }).click();
  await expect(page.getByText(/with gaps, \d+ (do|does) not work/).first()).toBeVisible({ timeout: 60_000 });
  await expectAccessibleInLooks(page);
});
