import { fillConnectForm } from "../../fixtures/connect-form.ts";
import { demoAccount } from "../../fixtures/demo-account.ts";
import { keyLinks, shownTotal } from "../../fixtures/keys-page.ts";
import { expect, test } from "../../fixtures/page.ts";

test("an account is connected with the form, checked at once, and its keys appear", async ({ page }) => {
  const account = { ...demoAccount("Payments prod"), regions: ["cn-hangzhou", "ap-southeast-1"] };
  await page.goto("/keys");
  await page.getByRole("link", { name: "Connect an account" }).click();
  await fillConnectForm(page, account);
  await expect(page.getByText("Works, with gaps")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "ap-southeast-1" })).toContainText(/Denied[\s\S]*request \S+/);
  expect(await page.content()).not.toContain(account.credential.accessKeySecret);

  await page.getByRole("link", { name: "Its keys" }).click();
  await expect(async () => {
    await page.reload();
    await expect(keyLinks(page).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await shownTotal(page)).toBeGreaterThan(40);
});

test.describe("a wrong secret", () => {
  test("keeps the account and tells what the cloud said", async ({ page }) => {
    const account = demoAccount("Retail 华东");
    const wrong = { ...account, name: "Mistyped", credential: { ...account.credential, accessKeySecret: "not-the-secret" } };
    await page.goto("/accounts/new");
    await fillConnectForm(page, wrong);
    await expect(page.getByText("The cloud refused this account")).toBeVisible();
    await expect(page.getByText(/SignatureDoesNotMatch|IncompleteSignature|InvalidAccessKey/).first()).toBeVisible();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove account" }).click();
    await expect(page).toHaveURL(/\/accounts$/);
    await expect(page.getByRole("link", { name: "Mistyped" })).toBeHidden();
  });
});

test.describe("an address that nobody allowed", () => {
  test.use({ complaints: [/status of 400/] });
  test("is refused beside its field, and nothing typed is lost", async ({ page }) => {
    const account = { ...demoAccount("Retail 华东"), name: "Astray", endpoints: { kms: "http://127.0.0.1:9/{region}" } };
    await page.goto("/accounts/new");
    await fillConnectForm(page, account);
    await expect(page.getByLabel(/^kms/)).toHaveAccessibleDescription(/allow/i);
    await expect(page.getByLabel("AccessKey ID")).toHaveValue(account.credential.accessKeyId ?? "");
  });
});
