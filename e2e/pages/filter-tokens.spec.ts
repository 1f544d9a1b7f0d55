import type { Page } from "@playwright/test";
import { filterField, token } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

const option = (page: Page, name: string) => page.getByRole("listbox", { name: "Suggestions" }).getByRole("option", { name, exact: true });
const editor = (page: Page) => page.getByRole("dialog", { name: /^Edit filter/ });

test("P19: Backspace steps back through what was chosen, then takes the last filter away; Back brings it again", async ({ page }) => {
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
  await page.getByRole("link", { name: "Remove filter State is Disabled" }).click();
  await expect(page).toHaveURL(/\/keys$/);
});

test("P19: a token is edited in place: property, operator, values", async ({ page }) => {
  await page.goto("/keys?state=disabled");
  await token(page, "State is Disabled").click();
  await expect(editor(page).getByRole("checkbox", { name: "Disabled" })).toBeChecked();
  await editor(page).getByRole("checkbox", { name: "Enabled" }).check();
  await editor(page).getByLabel("Comparison").selectOption("is none of");
  await editor(page).getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\?state=!disabled,enabled$/);

  await page.getByRole("button", { name: "is none of", exact: true }).click();
  await expect(editor(page).getByLabel("Comparison")).toBeFocused();
  await editor(page).getByLabel("Property").selectOption("Rotation");
  await editor(page).getByRole("checkbox", { name: "Denied" }).check();
  await editor(page).getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\?rotation=denied$/);
});

const ENDS = ["is empty", "is not empty"];
const TEXT = ["contains", "does not contain", "is any of", "is none of", "starts with", "does not start with", ...ENDS];
const DAYS = ["before", "until", "from", "after", "between", ...ENDS, "is missing because", "is not missing because"];

test("P14: each kind of property has its own operators, and a moment no equals sign", async ({ page }) => {
  await page.goto("/keys?rotation=off");
  await token(page, "Rotation is Off").click();
  const operators = async (property: string) => {
    await editor(page).getByLabel("Property").selectOption(property);
    return editor(page).getByLabel("Comparison").getByRole("option").allInnerTexts();
  };
  expect(await operators("Rotation")).toEqual(["is any of", "is none of", ...ENDS]);
  expect(await operators("Alias")).toEqual(TEXT);
  expect(await operators("Deletes")).toEqual(["within … or overdue", "in the next …", "in more than …", "in the last …", "more than … ago", ...DAYS]);
  expect(await operators("Created")).toEqual(["in the last …", "more than … ago", ...DAYS]);
});

test("P14: times are spans and days, each by a link that says it again", async ({ page }) => {
  await page.goto("/keys");
  await filterField(page).fill("created");
  await option(page, "Created").click();
  await option(page, "between").click();
  const [field, opened] = [await filterField(page).boundingBox(), await editor(page).boundingBox()];
  expect(opened?.y, "the editor stands below the field").toBeGreaterThan(field?.y ?? 0);
  await editor(page).getByLabel("First day").fill("2024-01-01");
  await editor(page).getByLabel("Last day").fill("2026-02-01");
  await editor(page).getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/\?created=2024-01-01\.\.2026-02-01$/);

  for (const [operator, written, sentence] of [
    ["in the last …", "-12w..", "Created in the last 12 weeks"],
    ["more than … ago", "..-12w", "Created more than 12 weeks ago"],
  ] as const) {
    await page.getByRole("button", { name: /^Edit filter Created/ }).click();
    await editor(page).getByLabel("Comparison").selectOption(operator);
    await editor(page).getByLabel("How long").fill("12");
    await editor(page).getByLabel("Unit").selectOption("weeks");
    await editor(page).getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(new RegExp(`\\?created=${written.replaceAll(".", "\\.")}$`));
    await expect(token(page, sentence)).toBeVisible();
  }
  await page.goto("/keys?deletes=..7d&expires=0d..90d");
  await expect(token(page, "Deletes within 7 days or overdue")).toBeVisible();
  await expect(token(page, "Expires in the next 90 days")).toBeVisible();
});

test("P14: a missing tag, a refused answer and an empty value are values like any other", async ({ page }) => {
  await page.goto("/keys");
  await filterField(page).fill("-tag:owner");
  await filterField(page).press("Enter");
  await expect(token(page, "Tags lack owner")).toBeVisible();
  await filterField(page).fill("rotation: denied");
  await filterField(page).press("Enter");
  await expect(page).toHaveURL(/rotation=denied&tag=!owner$/);
  await filterField(page).fill("alias");
  await option(page, "Alias").click();
  await option(page, "is empty").click();
  await expect(page).toHaveURL(/alias=none/);
  await expect(token(page, "Alias is empty")).toBeVisible();
});
