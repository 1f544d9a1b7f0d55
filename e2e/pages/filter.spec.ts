import { facet, filterField, keyLinks, shownTotal } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

test("a facet narrows the list to what it promised, and the link shows a colleague the same", async ({ page, browser, baseURL, storageState }) => {
  await page.goto("/keys");
  const disabled = facet(page, "State", "Disabled");
  const [, promised = ""] = /, ([\d,]+)\+? keys/.exec((await disabled.getAttribute("aria-label")) ?? "") ?? [];
  await disabled.click();
  await expect(page).toHaveURL(/\?state=disabled$/);
  await expect(disabled).toBeChecked();
  await expect.poll(() => shownTotal(page)).toBe(Number(promised));
  const first = await keyLinks(page).first().innerText();

  const colleague = await browser.newContext({ baseURL, storageState });
  const theirs = await colleague.newPage();
  await theirs.goto(page.url());
  expect(await shownTotal(theirs)).toBe(Number(promised));
  await expect(keyLinks(theirs).first()).toHaveText(first);
  await colleague.close();

  await page.goBack();
  await expect(disabled).not.toBeChecked();
});

test("text finds a key by a part of its name, in any case", async ({ page }) => {
  await page.goto("/keys");
  const name = (await keyLinks(page).first().getAttribute("title")) ?? "";
  await filterField(page).fill(name.toUpperCase());
  await filterField(page).press("Enter");
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(keyLinks(page).first()).toHaveAttribute("title", name);
});

test("a column sorts both ways, and says so", async ({ page }) => {
  await page.goto("/keys");
  const head = page.getByRole("columnheader", { name: "Created" });
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await head.getByRole("link").click();
  await expect(page).toHaveURL(/sort=-created/);
  await expect(head).toHaveAttribute("aria-sort", "descending");
});

test("what a link asks for and nobody understands is named, and the rest holds", async ({ page }) => {
  await page.goto("/keys?colour=red&state=disabled");
  await expect(page.getByRole("status").filter({ hasText: "1 part of this link was not understood" })).toContainText("colour");
  await expect(facet(page, "State", "Disabled")).toBeChecked();
});
