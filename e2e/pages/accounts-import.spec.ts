import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessibleInLooks } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/page.ts";

const SECRET = "canary-7a6b5c4d3e2f";
const FILE = [
  "cloud,name,regions,groups,credential.type,credential.accessKeyId,credential.accessKeySecret",
  `alibaba,Payments prod,cn-hangzhou,,access-key,LTAI1,${SECRET}`,
  `alibaba,Never connected,cn-hangzhou;eu-central-1,"a; b",access-key,LTAI2,${SECRET}`,
  `alibaba,Wrong region,mars-1,,access-key,LTAI3,${SECRET}`,
  `alibaba,Short,${SECRET}`,
].join("\r\n");

/** Chosen again until the page has it: a page that was just opened may not listen yet. */
const choose = (page: Page, text: string, name = "accounts.csv") =>
  expect(async () => {
    await page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await expect(page.getByText(name, { exact: true }).or(page.getByRole("alert").filter({ hasText: "cannot be read" }))).toBeVisible({ timeout: 1000 });
  }).toPass();

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return readFile(await download.path(), "utf8");
}

test("a file is checked as soon as it is chosen: a result for each row, nothing connected, and no secret in the page", async ({ page }) => {
  await page.goto("/accounts");
  await page.getByRole("link", { name: "Import accounts" }).click();
  await expect(page).toHaveTitle("Import accounts · Keyatlas");
  await choose(page, FILE);
  const table = page.getByRole("table", { name: "Dry run" });
  await expect(page.getByText("1 row is ready, 3 rows are refused").first()).toBeVisible();
  await expect(table.getByRole("row").filter({ hasText: "Never connected" })).toContainText("Ready");
  await expect(table.getByRole("row").filter({ hasText: "Payments prod" })).toContainText(/Refused[\s\S]*name · name_taken/);
  await expect(table.getByRole("row").filter({ hasText: "Wrong region" })).toContainText("unknown_region");
  await expect(table.getByRole("row", { name: /no name to show/ })).toContainText("The row has 3 cells");
  expect(await page.content()).not.toContain(SECRET);

  await page.getByText("Refused 3", { exact: true }).click();
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(page.getByRole("button", { name: "Connect 1" })).toBeEnabled();

  const refused = await saved(page, () => page.getByRole("button", { name: "Save the refused rows" }).click());
  expect(refused.split("\r\n").slice(1)).toEqual([
    "alibaba,Payments prod,cn-hangzhou,,access-key,LTAI1,",
    "alibaba,Wrong region,mars-1,,access-key,LTAI3,",
    "alibaba,,,,,,",
    "",
  ]);
  expect(refused).not.toContain(SECRET);
});

test("a sample of each cloud asks for its fields and says none, and is itself checked row by row", async ({ page }) => {
  await page.goto("/accounts/import");
  for (const [cloud, field] of [
    ["Alibaba Cloud", "credential.roleArn"],
    ["Huawei Cloud", "credential.domainName"],
  ] as const) {
    const sample = await saved(page, () => page.getByRole("button", { name: `Sample for ${cloud}` }).click());
    expect(sample).toContain(field);
    await choose(page, sample, "sample.csv");
    await expect(
      page
        .getByRole("table")
        .getByRole("row")
        .filter({ hasText: `${cloud} 1` }),
    ).toContainText(/credential\.\w+/);
  }
});

test("what was pasted is checked too, JSON as well, and leaves the field", async ({ page }) => {
  await page.goto("/accounts/import");
  await page.getByText("Paste instead").click();
  const account = { cloud: "alibaba", name: "From JSON", regions: "all", credential: { type: "access-key", accessKeyId: "LTAI9", accessKeySecret: SECRET } };
  await page.getByLabel("CSV or JSON").fill(JSON.stringify([account]));
  await page.getByRole("button", { name: "Check what was pasted" }).click();
  await expect(page.getByRole("row").filter({ hasText: "From JSON" })).toContainText("Ready");
  await expect(page.getByLabel("CSV or JSON")).toHaveValue("");
});

test("a file that is none is refused in words, and the keyboard does it all", async ({ page }) => {
  await page.goto("/accounts/import");
  await choose(page, "cloud;name;regions\nalibaba;a;all");
  await expect(page.getByRole("alert").filter({ hasText: "not separated by commas" })).toBeVisible();
  await page.getByRole("button", { name: "Choose a file" }).focus();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await chooser.setFiles({ name: "accounts.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
  await expect(page.getByRole("table", { name: "Dry run" })).toBeVisible();
  await expect(page.getByText("not separated by commas")).toBeHidden();
});

test.describe("a server that cannot be reached", () => {
  test.use({ complaints: [/net::ERR_FAILED/] });
  test("is said, and asked again", async ({ page }) => {
    await page.goto("/accounts/import");
    await page.route("**/accounts/import?*", (route) => route.abort());
    await choose(page, FILE);
    await expect(page.getByRole("alert").filter({ hasText: "could not be reached" })).toBeVisible();
    await page.unroute("**/accounts/import?*");
    await page.getByRole("button", { name: "Check again" }).click();
    await expect(page.getByRole("table", { name: "Dry run" })).toBeVisible();
  });
});

test("P52: an import is accessible with its columns explained and after its dry run", async ({ page }) => {
  await page.goto("/accounts/import");
  await page.getByText("Columns", { exact: true }).click();
  await choose(page, FILE);
  await expect(page.getByRole("table", { name: "Dry run" })).toBeVisible();
  await expectAccessibleInLooks(page);
});
