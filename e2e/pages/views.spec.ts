import { expectAccessible } from "../fixtures/accessible.ts";
import { keyLinks } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/person.ts";
import { menuButton, saveAs, views } from "../fixtures/views-menu.ts";

test("P26, S27: built-in views are plain links, named as long as the address says what they say", async ({ page }) => {
  await page.goto("/keys");
  await menuButton(page, "All keys").click();
  for (const name of [
    "To be deleted within 7 days",
    "Key material expires within 30 days",
    "Rotation off",
    "Disabled",
    "Imported key material",
    "Service keys",
    "Stale: not seen for 24 hours",
    "Gone",
  ]) {
    await expect(views(page).getByRole("link", { name, exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  await views(page).getByRole("link", { name: "Disabled", exact: true }).click();
  await expect(page).toHaveURL(/\/keys\?state=disabled$/);
  await expect(menuButton(page, "Disabled")).toBeVisible();
  await page.goBack();
  await expect(menuButton(page, "All keys")).toBeVisible();
});

test.describe("a view of one's own", () => {
  // A name that is taken is refused.
  test.use({ complaints: [/status of 409/] });
  test("P26: a view is saved, changed, told apart, updated, renamed and deleted", async ({ page }) => {
    await page.goto("/keys?rotation=off");
    await page.getByRole("link", { name: "Rotation", exact: true }).first().click();
    await expect(page).toHaveURL(/sort=rotation/);
    await saveAs(page, "Friday review");

    await page
      .getByRole("link", { name: /^Disabled/ })
      .or(page.getByRole("checkbox", { name: /^Disabled/ }))
      .first()
      .click();
    await expect(page).toHaveURL(/state=disabled/);
    await expect(page.getByText("edited", { exact: true })).toBeVisible();
    // A hard reload finds the mark again; the address is the view's, and nobody else's link.
    await page.reload();
    await expect(page.getByText("edited", { exact: true })).toBeVisible();
    await expect(menuButton(page, "Friday review")).toBeVisible();
    await page.getByRole("button", { name: "Save view" }).click();
    const update = page.getByRole("dialog", { name: "Update “Friday review”" });
    await expect(update.getByRole("region", { name: "Now saved" })).not.toContainText("State is Disabled");
    await expect(update.getByRole("region", { name: "After the update" })).toContainText("State is Disabled");
    await expectAccessible(page);
    await update.getByRole("button", { name: "Update", exact: true }).click();
    await expect(page.getByText("edited", { exact: true })).toBeHidden();

    await menuButton(page, "Friday review").click();
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Monday review");
    await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
    await expect(menuButton(page, "Monday review")).toBeVisible();

    await page.goto("/keys?origin=imported&state=enabled");
    await page.getByRole("button", { name: "Save view" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Monday review");
    await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
    await expect(page.getByText("You have a view of this name already.")).toBeVisible();
    await page.getByRole("button", { name: "Cancel" }).click();

    await page.getByRole("button", { name: "Views" }).click();
    await views(page).getByRole("link", { name: "Monday review" }).click();
    await expect(page).toHaveURL(/\/keys\?state=disabled&rotation=off&sort=rotation$/);
    await menuButton(page, "Monday review").click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByRole("dialog", { name: "Delete" }).getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("button", { name: "Views" })).toBeVisible();
    await expect(page).toHaveURL(/state=disabled/);
  });
});

test("P26: the keys open where their reader starts, and the address says it", async ({ page }) => {
  await page.goto("/keys?family=rsa");
  await saveAs(page, "RSA", ["Start with it when I open the keys"]);
  await page.goto("/keys");
  await expect(page).toHaveURL(/\/keys\?family=rsa$/);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/keys\?page=1$/);
  await page.reload();
  await expect(menuButton(page, "All keys")).toBeVisible();
  await page.goto("/keys?state=disabled");
  await expect(page).toHaveURL(/\/keys\?state=disabled$/);
});

test("P26: of two views with one address the chosen one counts; its link is copied, it starts, and starts no more", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL });
  await page.goto("/keys?family=rsa");
  await saveAs(page, "First");
  await menuButton(page, "First").click();
  await page.getByRole("button", { name: "Save as a new view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Second");
  await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
  await expect(menuButton(page, "Second")).toBeVisible();
  for (const name of ["First", "Second"]) {
    await page.getByRole("button", { name: /^View: / }).click();
    await views(page).getByRole("link", { name, exact: true }).click();
    await expect(menuButton(page, name)).toBeVisible();
    await page.reload();
    await expect(menuButton(page, name)).toBeVisible();
  }
  await page.getByRole("table").getByRole("rowheader").getByRole("link").first().click();
  await expect(page).toHaveURL(/&key=/);
  await menuButton(page, "Second").click();
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(new URL("/keys?family=rsa", page.url()).href);
  await page.getByRole("button", { name: "Start with this view", exact: true }).click();
  await page.getByRole("button", { name: "Do not start with this view" }).click();
  await expect(page.getByRole("button", { name: "Start with this view", exact: true })).toBeVisible();
  await page.goto("/keys");
  await expect(page).toHaveURL(/\/keys$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("P65: the views are links", async ({ page }) => {
    await page.goto("/keys");
    await menuButton(page, "All keys").click();
    await views(page).getByRole("link", { name: "Rotation off" }).click();
    await expect(page).toHaveURL(/rotation=off/);
    await expect(keyLinks(page).first()).toBeVisible();
    await expect(menuButton(page, "Rotation off")).toBeVisible();
  });
});
