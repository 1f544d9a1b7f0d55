import type { Browser } from "@playwright/test";
import type { Role } from "#lib/model/scope.ts";
import { expect, makePerson, sessionOf, test } from "../fixtures/person.ts";
import { menuButton, saveAs, views } from "../fixtures/views-menu.ts";

async function pageOf(browser: Browser, role: Role, baseURL: string | undefined) {
  const context = await browser.newContext({ baseURL, storageState: await sessionOf(browser, makePerson(role)) });
  return context.newPage();
}

test("P26: what an operator shares, a viewer sees and cannot change, until it is shared no more; an owner deletes it", async ({ page, browser, baseURL }) => {
  // Shared views may stay on the instance: another run's must not say the same.
  const now = Date.now();
  const [name, address] = [`For all ${now}`, `/keys?usage=sign-verify&description=!~${now}`];
  await page.goto(address);
  await saveAs(page, name, ["Share it with everybody here"]);

  const viewer = await pageOf(browser, "viewer", baseURL);
  await viewer.goto(address);
  await menuButton(viewer, name).click();
  await expect(views(viewer).getByRole("list", { name: "Shared by others" }).getByRole("link", { name })).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Rename" })).toBeHidden();
  await expect(viewer.getByRole("button", { name: "Delete", exact: true })).toBeHidden();
  await viewer.getByRole("button", { name: "Save as a new view" }).click();
  await expect(viewer.getByLabel("Share it with everybody here")).toBeDisabled();
  await expect(viewer.getByText("Sharing needs the operator role.")).toBeVisible();

  await menuButton(page, name).click();
  await page.getByRole("button", { name: "Stop sharing" }).click();
  await expect(page.getByRole("button", { name: "Share with everybody" })).toBeVisible();
  await viewer.goto(address);
  await expect(viewer.getByRole("button", { name: "Views", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Share with everybody" }).click();
  await expect(page.getByRole("button", { name: "Stop sharing" })).toBeVisible();

  const owner = await pageOf(browser, "owner", baseURL);
  await owner.goto(address);
  await menuButton(owner, name).click();
  await expect(owner.getByRole("button", { name: "Rename" })).toBeHidden();
  await owner.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = owner.getByRole("dialog", { name: "Delete" });
  await expect(dialog).toContainText("It is shared: it goes for everybody.");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(owner.getByRole("button", { name: "Views", exact: true })).toBeVisible();
  for (const each of [viewer, owner]) await each.context().close();
});
