import { keyLinks, keyRefs, shownTotal } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";
import { demoWorld, isReadable } from "../fixtures/world.ts";

test("leafing through all pages shows every key of the world once", async ({ page }) => {
  const world = await demoWorld();
  const wanted = world.flatMap((account) => account.keys.filter((key) => isReadable(account, key)).map((key) => key.keyId));
  await page.goto("/keys?size=100");
  const total = await shownTotal(page);
  const refs = new Set<string>();
  for (let at = 1; ; at++) {
    await expect(page.getByRole("link", { name: `Page ${at}`, exact: true })).toHaveAttribute("aria-current", "page");
    await expect(keyLinks(page)).toHaveCount(Math.min(100, total - (at - 1) * 100));
    // The old rows stay until the new ones are here.
    await expect.poll(async () => refs.has((await keyRefs(page))[0] ?? "")).toBe(false);
    for (const ref of await keyRefs(page)) refs.add(ref);
    if (at * 100 >= total) break;
    await page.getByRole("link", { name: "Next page" }).click();
  }
  expect(total).toBe(wanted.length);
  expect(refs.size).toBe(wanted.length);
});

test("a page past the end goes to the last one and says so", async ({ page }) => {
  await page.goto("/keys?page=9999");
  await expect(page).toHaveURL(/page=\d{1,3}$/);
  await expect(keyLinks(page).first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "There is no page 9999" })).toBeVisible();
  await page.getByRole("link", { name: "Previous page" }).click();
  await expect(page.getByText("There is no page 9999")).toBeHidden();
});

test("the number of keys a page is part of the link", async ({ page }) => {
  await page.goto("/keys?page=2");
  await page.getByRole("combobox", { name: "Keys a page" }).selectOption("25");
  await expect(page).toHaveURL(/\?size=25$/);
  await expect(keyLinks(page)).toHaveCount(25);
});
