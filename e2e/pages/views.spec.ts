import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessible.ts";
import { keyLinks } from "../fixtures/keys-page.ts";
import { expect, makePerson, sessionOf, test } from "../fixtures/person.ts";

const menuButton = (page: Page, name: string) => page.getByRole("button", { name: `View: ${name}` });
const views = (page: Page) => page.getByRole("navigation", { name: "Views" });

async function saveAs(page: Page, name: string, ticks: string[] = []) {
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as a new view" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  for (const tick of ticks) await dialog.getByLabel(tick).check();
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(dialog).toBeHidden();
  await expect(menuButton(page, name)).toBeVisible();
}

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

test("P26: what an operator shares, a viewer sees as a link, and cannot change", async ({ page, browser }) => {
  // Shared views stay on the instance: another run's must not say the same.
  const now = Date.now();
  const [name, address] = [`For all ${now}`, `/keys?usage=sign-verify&description=!~${now}`];
  await page.goto(address);
  await saveAs(page, name, ["Share it with everybody here"]);
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, storageState: await sessionOf(browser, makePerson("viewer")) });
  const theirs = await context.newPage();
  await theirs.goto(address);
  await menuButton(theirs, name).click();
  await expect(views(theirs).getByRole("list", { name: "Shared by others" }).getByRole("link", { name })).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Rename" })).toBeHidden();
  await theirs.getByRole("button", { name: "Save as a new view" }).click();
  await expect(theirs.getByLabel("Share it with everybody here")).toBeDisabled();
  await expect(theirs.getByText("Sharing needs the operator role.")).toBeVisible();
  await context.close();
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
