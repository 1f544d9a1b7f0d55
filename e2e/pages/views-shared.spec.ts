import { menuButton, saveAs, views } from "../fixtures/views-menu.ts";
import { expect, makePerson, sessionOf, test } from "../fixtures/person.ts";

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
  await menuButton(page, name).click();
  await page.getByRole("button", { name: "Stop sharing" }).click();
  await expect(page.getByRole("button", { name: "Share with everybody" })).toBeVisible();
  await theirs.goto(address);
  await expect(theirs.getByRole("button", { name: "Views", exact: true })).toBeVisible();
  await context.close();
});

test("P26: an owner deletes what somebody else shares, and only that", async ({ page, browser }) => {
  const now = Date.now();
  const [name, address] = [`Left behind ${now}`, `/keys?usage=sign-verify&description=!~${now}`];
  await page.goto(address);
  await saveAs(page, name, ["Share it with everybody here"]);
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin, storageState: await sessionOf(browser, makePerson("owner")) });
  const theirs = await context.newPage();
  await theirs.goto(address);
  await menuButton(theirs, name).click();
  await expect(theirs.getByRole("button", { name: "Rename" })).toBeHidden();
  await theirs.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = theirs.getByRole("dialog", { name: "Delete" });
  await expect(dialog).toContainText("It is shared: it goes for everybody.");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(theirs.getByRole("button", { name: "Views", exact: true })).toBeVisible();
  await context.close();
});
