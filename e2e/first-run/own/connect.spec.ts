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
    await expect(page.getByText("This account does not work now")).toBeVisible();
    await expect(page.getByText(/SignatureDoesNotMatch|IncompleteSignature|InvalidAccessKey/).first()).toBeVisible();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Type confirm to go on").fill("confirm");
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

test("many accounts come from one file: one is read, one kept with its problem, one refused, and they are checked together", async ({ page }) => {
  const good = demoAccount("Retail 华东");
  const wrong = demoAccount("Core infra");
  const columns = ["cloud", "name", "regions", "credential.type", "credential.accessKeyId", "credential.accessKeySecret", "credential.domainName"];
  const more = ["credential.userName", "credential.password", "endpoints.kms", "endpoints.sts", "endpoints.iam"];
  const { kms, sts } = good.endpoints as Record<string, string>;
  const { kms: otherKms, iam } = wrong.endpoints as Record<string, string>;
  const secret = good.credential.accessKeySecret ?? "";
  const file = [
    [...columns, ...more].join(","),
    `alibaba,Retail,cn-shanghai;cn-hangzhou,access-key,${good.credential.accessKeyId},${secret},,,,${kms},${sts},`,
    `huawei,Mistyped,cn-north-4,password,,,${wrong.credential.domainName ?? "corp"},${wrong.credential.userName ?? "reader"},not-the-password,${otherKms},,${iam}`,
    `alibaba,Payments prod,all,access-key,LTAI1,${secret},,,,${kms},${sts},`,
  ].join("\n");
  await page.goto("/accounts/import");
  await page.getByText("Paste instead").click();
  await page.getByLabel("CSV or JSON").fill(file);
  await page.getByRole("button", { name: "Check what was pasted" }).click();
  await expect(page.getByText("2 rows are ready, 1 row is refused").first()).toBeVisible();
  await page.getByRole("button", { name: "Connect 2" }).click();
  const row = (name: string) => page.getByRole("table", { name: "Result" }).getByRole("row").filter({ hasText: name });
  await expect(page.getByText("2 accounts connected, 1 row refused").first()).toBeVisible({ timeout: 30_000 });
  await expect(row("Retail")).toContainText("Connected");
  await expect(row("Mistyped")).toContainText(/Connected, with a problem[\s\S]*Kept/);
  await expect(row("Payments prod")).toContainText("name_taken");
  expect(await page.content()).not.toContain(secret);

  await page.getByRole("link", { name: "Check these accounts" }).click();
  await page.getByRole("button", { name: "Check 2 accounts" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Mistyped" })).toContainText("Does not work");
  await expect(page.getByRole("row").filter({ hasText: "Retail" })).toContainText(/Works/);

  for (const name of ["Mistyped", "Retail"]) {
    await page.goto("/accounts");
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Type confirm to go on").fill("confirm");
    await page.getByRole("dialog").getByRole("button", { name: "Remove account" }).click();
    await expect(page).toHaveURL(/\/accounts$/);
  }
});
