import { facet, filterField, keyLinks, shownTotal, token } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

test("P15, P23: text is one quoted token and one step of history; its count stands by the field and is said once", async ({ page }) => {
  await page.goto("/keys");
  const name = (await keyLinks(page).first().getAttribute("title")) ?? "";
  const said = page.getByRole("status").filter({ hasText: / keys, showing / });
  const before = await said.allInnerTexts();
  const steps = await page.evaluate(() => history.length);
  await filterField(page).pressSequentially(name.toUpperCase());
  expect(await said.allInnerTexts()).toEqual(before);
  await filterField(page).press("Enter");
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(token(page, `Text contains “${name.toUpperCase()}”`)).toBeVisible();
  await expect(keyLinks(page).first()).toHaveAttribute("title", name);
  const total = await shownTotal(page);
  await expect(page.getByText(new RegExp(`^${total}\\+? match`))).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: new RegExp(`^${total} keys, showing `) })).toBeAttached();
  expect(await page.evaluate(() => history.length)).toBe(steps + 1);
  await page.goBack();
  await expect(page).toHaveURL(/\/keys$/);
  await expect(token(page, `Text contains “${name.toUpperCase()}”`)).toBeHidden();
  await page.goForward();
  await expect(token(page, `Text contains “${name.toUpperCase()}”`)).toBeVisible();
});

test("P22: no match says so, with a way back; head and pages stay", async ({ page }) => {
  await page.goto("/keys?q=nothing-is-called-so&state=disabled");
  await expect(page.getByRole("heading", { name: /^No key matches/ })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "State" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
  await page.getByRole("link", { name: "Clear 2 filters" }).click();
  await expect(page).toHaveURL(/\/keys$/);
  await expect(keyLinks(page).first()).toBeVisible();
});

test("P24: what a link asks for and nobody understands is named, and the rest holds", async ({ page }) => {
  await page.goto("/keys?state=disabled");
  const disabled = await shownTotal(page);
  await page.goto("/keys?colour=red&state=disabled&created=soon&rotation=on,off,sometimes,suspended,not-applicable,denied");
  const notice = page.getByRole("status").filter({ hasText: "3 parts of this link were not understood" });
  for (const part of ["colour", "created", "sometimes"]) await expect(notice).toContainText(part);
  await expect(facet(page, "State", "Disabled")).toBeChecked();
  await expect(facet(page, "Rotation", "On")).toBeChecked();
  expect(await shownTotal(page)).toBe(disabled);
  await expect(page.getByRole("link", { name: "Remove colour=red from the link" })).toBeVisible();
});

test("P19, P25: one view has one address, whatever led to it; ten filters are short and fold", async ({ page }) => {
  await page.goto("/keys");
  const tick = async (name: string, value: string) => {
    await facet(page, name, value).click();
    await expect(facet(page, name, value)).toBeChecked();
  };
  await tick("Rotation", "Off");
  await tick("State", "Enabled");
  await tick("State", "Disabled");
  const byRail = page.url();
  await page.goto("/keys");
  for (const [written, tokens] of [
    ["State: Disabled", 1],
    ["rotation=off", 2],
    ["state = enabled", 2],
  ] as const) {
    await filterField(page).fill(written);
    await filterField(page).press("Enter");
    await expect(filterField(page)).toHaveValue("");
    await expect(page.getByRole("button", { name: /^Edit filter/ })).toHaveCount(tokens);
  }
  await expect(facet(page, "State", "Enabled")).toBeChecked();
  expect(page.url()).toBe(byRail);
  await page.goto("/keys?rotation=off&page=1&state=enabled%2Cdisabled,disabled&sort=alias");
  await page.getByRole("columnheader", { name: "Created" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=created/);
  expect(page.url()).toBe(`${byRail}&sort=created`);
  await page.goto(
    "/keys?cloud=alibaba&state=enabled&family=!mac&usage=encrypt-decrypt&origin=cloud&manager=customer&rotation=off,on&tag=!nobody&created=-900w..&deletes=none&expires=none",
  );
  expect(page.url().length).toBeLessThan(2000);
  // P19: eight tokens, and the others at hand.
  await expect(token(page, "Rotation is any of Off, On")).toBeVisible();
  await expect(token(page, "Expires is empty")).toBeHidden();
  await page.getByRole("button", { name: "Show 3 more", exact: true }).click();
  await expect(token(page, "Expires is empty")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/keys$/);
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
