import { expect, test } from "../fixtures/page.ts";

test.use({ complaints: [/status of 500/] });

test("P44: removing an account is asked by name, needs a typed word, and a failure stays in the dialog", async ({ page }) => {
  await page.goto("/accounts");
  await page.getByRole("link", { name: "Data lake" }).click();
  const opener = page.getByRole("button", { name: "Remove", exact: true });
  await opener.click();
  const dialog = page.getByRole("dialog", { name: "Remove account" });
  await expect(dialog.getByText("Data lake", { exact: true })).toHaveCSS("font-weight", "600");
  await expect(dialog).toContainText("their history included");
  const remove = dialog.getByRole("button", { name: "Remove account" });
  await expect(remove).toBeDisabled();
  await dialog.getByLabel(/^Type confirm/).fill("confirm");

  await page.route("**/api/v1/accounts/*", (route) =>
    route.fulfill({ status: 500, json: { error: { code: "internal", message: "It broke.", requestId: "r-1" } } }),
  );
  await remove.click();
  await expect(dialog.getByRole("alert")).toContainText("The account was not removed");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();

  await page.unroute("**/api/v1/accounts/*");
  await page.goto("/accounts");
  await expect(page.getByRole("link", { name: "Data lake" })).toBeVisible();
  // Keys of a cloud are only ever looked at.
  await page.goto("/keys?state=pending-deletion");
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByRole("complementary", { name: "Key details" }).getByRole("heading", { level: 2 })).toBeVisible();
  await expect(page.getByRole("button", { name: /delete|disable|schedule/i })).toHaveCount(0);
});
