import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/accessible.ts";
import { facet, filterField, keyLinks, keyPanel, token } from "../fixtures/keys-page.ts";
import { LOOKS } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/page.ts";

const option = (page: Page, name: string | RegExp) =>
  page.getByRole("listbox", { name: "Suggestions" }).getByRole("option", { name, exact: typeof name === "string" });

test("13, 21: property, operator and value are chosen by keyboard alone, and the rail agrees", async ({ page }) => {
  await page.goto("/keys");
  await filterField(page).focus();
  await expect(option(page, "Rotation")).toBeVisible();
  await page.keyboard.type("rotation");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(option(page, "Rotation")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.keyboard.type("none of");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("off");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?rotation=!off$/);
  await expect(token(page, "Rotation is not Off")).toBeVisible();
  await expect(page.getByRole("group", { name: "Rotation" }).getByRole("checkbox", { name: /^Off, .*left out$/ })).toBeVisible();
  await expect(filterField(page)).toBeFocused();
});

test("21: a value is found without its property; Escape closes the list and then empties the field", async ({ page }) => {
  await page.goto("/keys");
  await filterField(page).fill("disab");
  await option(page, /State · Disabled/).click();
  await expect(page).toHaveURL(/\?state=disabled$/);
  await expect(facet(page, "State", "Disabled")).toBeChecked();
  await filterField(page).fill("nothing");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox", { name: "Suggestions" })).toBeHidden();
  await expect(filterField(page)).toHaveValue("nothing");
  await page.keyboard.press("Escape");
  await expect(filterField(page)).toHaveValue("");
});

test("19: Backspace steps back through what was chosen, then takes the last filter away; Back brings it again", async ({ page }) => {
  await page.goto("/keys?state=disabled");
  await filterField(page).fill("spec");
  await option(page, "Spec").click();
  await expect(page.getByRole("button", { name: "Drop Spec" })).toBeVisible();
  await page.keyboard.press("Backspace");
  await expect(page.getByRole("button", { name: "Drop Spec" })).toBeHidden();
  await expect(page).toHaveURL(/state=disabled$/);
  await page.keyboard.press("Backspace");
  await expect(page).toHaveURL(/\/keys$/);
  await page.goBack();
  await expect(token(page, "State is Disabled")).toBeVisible();
});

test("19: a token is edited in place: property, operator, values", async ({ page }) => {
  await page.goto("/keys?state=disabled");
  await token(page, "State is Disabled").click();
  const editor = page.getByRole("dialog", { name: "Edit filter State is Disabled" });
  await expect(editor.getByRole("checkbox", { name: "Disabled" })).toBeChecked();
  await editor.getByRole("checkbox", { name: "Enabled" }).check();
  await editor.getByLabel("Comparison").selectOption("is none of");
  await editor.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\?state=!disabled,enabled$/);

  await page.getByRole("button", { name: "is none of", exact: true }).click();
  const again = page.getByRole("dialog", { name: /^Edit filter State/ });
  await expect(again.getByLabel("Comparison")).toBeFocused();
  await again.getByLabel("Property").selectOption("Rotation");
  await again.getByRole("checkbox", { name: "Denied" }).check();
  await again.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\?rotation=denied$/);
});

test("14: times are spans and days", async ({ page }) => {
  await page.goto("/keys");
  await filterField(page).fill("created");
  await option(page, "Created").click();
  await option(page, "between").click();
  const editor = page.getByRole("dialog", { name: "Edit filter" });
  await editor.getByLabel("First day").fill("2024-01-01");
  await editor.getByLabel("Last day").fill("2026-02-01");
  await editor.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\?created=2024-01-01\.\.2026-02-01$/);

  await page.getByRole("button", { name: "between", exact: true }).click();
  const again = page.getByRole("dialog", { name: /^Edit filter Created/ });
  await again.getByLabel("Comparison").selectOption("in the last");
  await again.getByLabel("How long").fill("12");
  await again.getByLabel("Unit").selectOption("weeks");
  await again.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\?created=-12w\.\.$/);
  await expect(token(page, "Created in the last 12 weeks")).toBeVisible();
});

test("14: a missing tag and a refused answer are values like any other", async ({ page }) => {
  await page.goto("/keys");
  await filterField(page).fill("-tag:owner");
  await page.keyboard.press("Enter");
  await expect(token(page, "Tags lack owner")).toBeVisible();
  await filterField(page).fill("rotation: denied");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/rotation=denied&tag=!owner$/);
});

test("15: free text is a token of its own", async ({ page }) => {
  await page.goto("/keys");
  await filterField(page).fill("payments");
  await page.keyboard.press("Enter");
  await expect(token(page, "Text contains “payments”")).toBeVisible();
  await expect(filterField(page)).toHaveValue("");
  await page.goBack();
  await expect(token(page, "Text contains “payments”")).toBeHidden();
});

test("18: only, exclude, include and find inside a facet, by keyboard", async ({ page }) => {
  await page.goto("/keys");
  await facet(page, "State", "Disabled").focus();
  await page.getByRole("link", { name: "Exclude Disabled" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?state=!disabled$/);
  await page.getByRole("link", { name: "Only Disabled" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?state=disabled$/);
  await page.getByRole("link", { name: "Clear State" }).click();
  const regions = page.getByRole("group", { name: "Region", exact: true });
  await regions.getByRole("searchbox", { name: "Find in Region" }).fill("shanghai");
  await expect(regions.getByRole("checkbox")).toHaveCount(1);
});

test("20: the pasted id of a key opens it, whatever is filtered; one of no key is searched, and it says so", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL });
  await page.goto("/keys");
  const id = /key-[\w-]+|[0-9a-f-]{36}/.exec(await page.getByRole("rowheader").first().innerText())?.[0] ?? "";
  await page.goto("/keys?state=pending-import");
  const paste = async (text: string) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await filterField(page).focus();
    await expect(page.getByRole("listbox", { name: "Suggestions" })).toBeVisible();
    await page.keyboard.press("ControlOrMeta+V");
  };
  await paste(id);
  await expect(keyPanel(page)).toContainText(id);
  await expect(page).toHaveURL(/state=pending-import&key=/);
  await page.goto("/keys");
  await paste("00000000-0000-4000-8000-000000000000");
  await expect(page.getByText(/^No key has the id, ARN or alias 0000/)).toBeVisible();
  await expect(page).toHaveURL(/q=00000000/);
});

test("many ids and aliases become a link, and what no key has is listed", async ({ page }) => {
  await page.goto("/keys");
  const names = await keyLinks(page).evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("title") ?? ""))].slice(0, 5));
  await filterField(page).focus();
  await option(page, /^Paste many/).click();
  const dialog = page.getByRole("dialog", { name: "Paste many" });
  await dialog.getByLabel(/^Ids, ARNs or aliases/).fill([...names, "key-of-nobody-1"].join("\n"));
  await dialog.getByRole("button", { name: "Look up" }).click();
  await expect(dialog.getByRole("heading", { name: "1 was not found" })).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveText("key-of-nobody-1");
  await dialog.getByRole("button", { name: /^Show \d+ key/ }).click();
  await expect(page).toHaveURL(/presence=gone,missing,present&ref=/);
  await page.reload();
  await expect(page.getByRole("button", { name: /^Edit filter Key is/ })).toBeVisible();
  const shown = await keyLinks(page).evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("title") ?? ""))]);
  expect(shown.sort()).toEqual(names.sort());
});

for (const { name, viewport, colorScheme } of LOOKS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });
    test("52: suggestions, editor and paste are accessible", async ({ page }) => {
      await page.goto("/keys?state=disabled&deletes=..7d");
      await filterField(page).focus();
      await expect(option(page, /^Paste many/)).toBeVisible();
      await expectAccessible(page);
      await option(page, /^Paste many/).click();
      await expect(page.getByRole("dialog", { name: "Paste many" })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await token(page, "State is Disabled").click();
      await expect(page.getByRole("dialog", { name: /^Edit filter/ }).getByRole("button", { name: "Apply" })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("65: the field is the search of a plain form, and the rest of the view stays", async ({ page }) => {
    await page.goto("/keys?state=disabled&sort=-created");
    await filterField(page).fill("prod");
    await filterField(page).press("Enter");
    await expect(page).toHaveURL(/state=disabled/);
    await expect(page).toHaveURL(/q=prod/);
    await expect(page).toHaveURL(/sort=-created/);
  });
});
