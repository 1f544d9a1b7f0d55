import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

test("a key opens beside the table, by click and by link", async ({ page, context }) => {
  await page.goto("/keys?sort=-created");
  const name = (await keyLinks(page).nth(2).getAttribute("title")) ?? "";
  await keyLinks(page).nth(2).click();
  await expect(keyPanel(page).getByRole("heading", { level: 2 })).toContainText(name.split("/").at(-1) ?? name);
  await expect(keyPanel(page).getByText("Provenance")).toBeVisible();
  await expect(page.getByRole("table")).toBeVisible();

  const ref = new URL(page.url()).searchParams.get("key");
  const other = await context.newPage();
  await other.goto(`/keys?q=no+such+key+anywhere&key=${ref}`);
  await expect(keyPanel(other).getByRole("heading", { level: 2 })).toContainText(name.split("/").at(-1) ?? name);

  await page.keyboard.press("Escape");
  await expect(keyPanel(page)).toBeHidden();
  await expect(keyLinks(page).nth(2)).toBeFocused();
});

test("the cloud's own words are there, and the cloud can be asked now", async ({ page }) => {
  await page.goto("/keys?state=enabled");
  await keyLinks(page).first().click();
  await keyPanel(page).getByRole("button", { name: "Ask the cloud now" }).click();
  await expect(keyPanel(page).getByText("The cloud says the same as the inventory.")).toBeVisible();
  await keyPanel(page).getByText("Raw", { exact: true }).click();
  await expect(
    keyPanel(page)
      .getByText(/describe/i)
      .first(),
  ).toBeVisible();
});

test.describe("a key that is not there", () => {
  test.use({ complaints: [/status of 404/] });
  test("is said to be not found", async ({ page }) => {
    await page.goto("/keys?key=zzzzzzzzzzzz");
    await expect(keyPanel(page).getByRole("heading", { name: "Key not found" })).toBeVisible();
    await expect(page.getByRole("table")).toBeVisible();
  });
});
