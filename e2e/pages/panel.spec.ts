import type { Page } from "@playwright/test";
import { expectAccessible, expectAccessibleInLooks } from "../fixtures/accessible.ts";
import { changeInCloud } from "../fixtures/change-key.ts";
import { keyLinks, keyPanel, keyRefs } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

const SAME = "The cloud says the same as the inventory.";
/** Keys that nothing stands in the way of. */
const QUIET = "/keys?cloud=alibaba&manager=customer&region=cn-shanghai&state=enabled";
const openRef = (page: Page) => new URL(page.url()).searchParams.get("key") ?? "";
const menuOf = (page: Page, value: string) => keyPanel(page).getByRole("button", { name: `${value}: actions and source` });

test("P28, P29: a key opens beside the table, by click and by link, and stays closed once closed", async ({ page, context }) => {
  await page.goto("/keys?sort=-created");
  const name = (await keyLinks(page).nth(2).getAttribute("title")) ?? "";
  await keyLinks(page).nth(2).click();
  await expect(keyPanel(page).getByRole("heading", { level: 2 })).toContainText(name.split("/").at(-1) ?? name);
  await expect(keyPanel(page).getByText("Provenance")).toBeVisible();
  await expect(page.getByRole("table")).toBeVisible();

  const other = await context.newPage();
  await other.goto(`/keys?q=no+such+key+anywhere&key=${openRef(page)}`);
  await expect(keyPanel(other).getByRole("heading", { level: 2 })).toContainText(name.split("/").at(-1) ?? name);

  await page.keyboard.press("Escape");
  await expect(keyPanel(page)).toBeHidden();
  await expect(keyLinks(page).nth(2)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(keyPanel(page)).toBeVisible();
  await keyLinks(page).nth(3).click();
  await expect(keyPanel(page).getByRole("heading", { level: 2 })).toHaveText((await keyLinks(page).nth(3).getAttribute("title")) ?? "");
  await keyPanel(page).getByRole("link", { name: "Close" }).click();
  await expect(keyLinks(page).nth(3)).toBeFocused();
  await page.reload();
  await expect(page.getByRole("table")).toBeVisible();
  await expect(keyPanel(page)).toBeHidden();
});

test("the stored facts show at once, and the cloud is asked without being told to", async ({ page }) => {
  await page.goto(QUIET);
  await keyLinks(page).first().click();
  await expect(keyPanel(page).getByRole("heading", { name: "Cryptography" })).toBeVisible();
  await expect(keyPanel(page).getByText(SAME)).toBeVisible();
  await keyPanel(page).getByRole("heading", { name: "Versions" }).click();
  await expect(keyPanel(page).getByRole("button", { name: "Copy version id" }).first()).toBeVisible();
  await keyPanel(page).getByText("Raw", { exact: true }).click();
  await expect(keyPanel(page).getByRole("region", { name: "Answer of DescribeKey", exact: true })).toContainText("KeyState");
});

test("what the cloud tells differently is marked, and nothing below moves", async ({ page }) => {
  await page.goto(QUIET);
  const row = page.getByRole("rowheader").nth(1);
  const keyId = (await row.locator("[title]").last().getAttribute("title")) ?? "";
  const { description } = (await (await page.request.get(`/api/v1/keys?id=${keyId}`)).json()).rows[0];
  const changeBack = await changeInCloud(keyId, { description: "moved" }, { description: description ?? "" });
  try {
    await row.getByRole("link").click();
    const below = keyPanel(page).getByRole("heading", { name: "Rotation and protection" });
    await expect(below).toBeVisible();
    const before = await below.boundingBox();
    await expect(keyPanel(page).getByText("1 fact differs now from the inventory")).toBeVisible();
    await expect(keyPanel(page).getByRole("definition").filter({ hasText: "moved" })).toContainText("inventory:");
    if ((description ?? "").length < 30) expect((await below.boundingBox())?.y).toBe(before?.y);
  } finally {
    await changeBack();
  }
});

test("P32: next and previous go through the result, over the edges of its pages", async ({ page }) => {
  await page.goto("/keys?size=25&sort=-created");
  await expect(keyLinks(page)).toHaveCount(25);
  const [last] = (await keyRefs(page)).slice(-1);
  await keyLinks(page).last().click();
  await expect(keyPanel(page).getByText(/^25 of /)).toBeVisible();
  await keyPanel(page).getByRole("link", { name: "Next key" }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(keyPanel(page).getByText(/^26 of /)).toBeVisible();
  await expect.poll(async () => (await keyRefs(page))[0]).toBe(openRef(page));
  await keyPanel(page).getByRole("link", { name: "Previous key" }).press("ArrowUp");
  await expect(page).not.toHaveURL(/page=2/);
  await expect(page).toHaveURL(new RegExp(`key=${last}`));
});

test("P32: the arrow keys walk while the panel has the focus, and keys that are passed over are not asked for", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("live=true")) asked.push(request.url());
  });
  await page.clock.install();
  await page.goto(QUIET);
  await keyLinks(page).first().click();
  await expect(keyPanel(page)).toBeFocused();
  // A reader who is faster than the machine.
  await page.clock.pauseAt(Date.now() + 3_600_000);
  const refs = await keyRefs(page);
  for (let steps = 0; steps < 4; steps++) await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(new RegExp(`key=${refs[4]}`));
  await page.clock.resume();
  await expect(keyPanel(page).getByText(SAME)).toBeVisible();
  expect(asked.at(-1)).toContain(openRef(page));
  expect(asked.length).toBeLessThanOrEqual(2);
});

test("P35: from a value: who said it, in which words; filter by it, leave it out, copy it", async ({ page }) => {
  await page.goto("/keys");
  await keyLinks(page)
    .filter({ hasText: /^alias\// })
    .first()
    .click();
  await menuOf(page, "Spec").click();
  const box = page.getByRole("dialog", { name: "Spec: actions and source" });
  await expect(box).toContainText("DescribeKey");
  await expect(box).toContainText(/KeySpec: "Aliyun_/);
  await expect(box.getByRole("button", { name: "Copy request id" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await expect(menuOf(page, "Spec")).toBeFocused();
  await expect(keyPanel(page)).toBeVisible();

  await menuOf(page, "Region").click();
  await page.getByRole("dialog").getByRole("button", { name: "Copy Region" }).click();
  await expect(page.getByText("Copied Region").last()).toBeVisible();
  await page.getByRole("link", { name: /^Filter by this: Region/ }).click();
  await expect(page).toHaveURL(/region=[a-z]/);
  await expect(page).toHaveURL(/key=/);
  await menuOf(page, "Region").click();
  await page.getByRole("link", { name: /^Exclude: Region/ }).click();
  await expect(page).toHaveURL(/region=!/);
  await menuOf(page, "Spec").click();
  await box.getByRole("button", { name: "Whole answer" }).click();
  await expect(keyPanel(page).getByRole("region", { name: "Answer of DescribeKey", exact: true })).toBeVisible();
});

test("P52: a key that was asked for is accessible", async ({ page }) => {
  await page.goto("/keys?sort=-created");
  await keyLinks(page).first().click();
  await expect(keyPanel(page).getByText(/^The cloud /)).toBeVisible();
  await expect(keyPanel(page).getByText("No change was read since.")).toBeVisible();
  await expectAccessibleInLooks(page);
});

test.describe("a key that is not there", () => {
  test.use({ complaints: [/status of 404/] });
  test("P29: is said to be not found, whatever the table shows", async ({ page }) => {
    await page.goto("/keys?q=no+such+key+anywhere&key=zzzzzzzzzzzz");
    await expect(keyPanel(page).getByRole("heading", { name: "Key not found" })).toBeVisible();
    await expect(page.getByRole("table")).toBeVisible();
    await keyPanel(page).getByRole("link", { name: "Back to the list" }).click();
    await expect(keyPanel(page)).toBeHidden();
  });
});
