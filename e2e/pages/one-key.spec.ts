import { expectAccessibleInLooks } from "../fixtures/accessible.ts";
import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

test("P34: the panel leads to a page of the key, with a title of its own", async ({ page }) => {
  await page.goto("/keys?sort=-created&manager=customer");
  const name = (await keyLinks(page).first().getAttribute("title")) ?? "";
  await keyLinks(page).first().click();
  await keyPanel(page).getByRole("link", { name: "Open the full page" }).click();
  await expect(page).toHaveURL(/\/keys\/[0-9a-z]{12}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page).toHaveTitle(new RegExp(name.replaceAll(/[^\w/-]/g, ".")));
  for (const group of ["Identity", "Cryptography", "Rotation and protection", "Life", "Tags", "History"])
    await expect(page.getByRole("heading", { name: group, exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Region: actions and source" }).click();
  await page.getByRole("link", { name: /^Filter by this: Region/ }).click();
  await expect(page).toHaveURL(/\/keys\?region=/);
  await expect(page.getByRole("table")).toBeVisible();
});

test("P34: the facts stand in the HTML before any script runs", async ({ page }) => {
  await page.goto("/keys");
  const href = (await keyLinks(page).first().getAttribute("href")) ?? "";
  const ref = new URL(href, page.url()).searchParams.get("key");
  const html = await (await page.request.get(`/keys/${ref}`)).text();
  expect(html).toContain("Cryptography");
  expect(html).toMatch(/<title>[^<]+ · Keyatlas<\/title>/);
  expect(html).not.toMatch(/<[^>]+\sstyle="/);
});

test("P52: the page of a key is quiet and accessible", async ({ page }) => {
  await page.goto("/keys?cloud=huawei&manager=customer&state=enabled");
  await keyLinks(page).first().click();
  await keyPanel(page).getByRole("link", { name: "Open the full page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("No change was read since.")).toBeVisible();
  await expectAccessibleInLooks(page);
});

test.describe("a key that is not there, or not yours", () => {
  test.use({ complaints: [/status of 404/] });
  for (const ref of ["zzzzzzzzzzzz", "not-a-ref", "%00"]) {
    test(`/keys/${ref} says so`, async ({ page }) => {
      const answer = await page.goto(`/keys/${ref}`);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    });
  }
});
