import type { Page } from "@playwright/test";
import { facet, keyLinks, keyRefs, shownTotal } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";
import { demoWorld, isReadable } from "../fixtures/world.ts";

const pages = (page: Page) => page.getByRole("navigation", { name: "Pages" });
const step = (page: Page, name: "Previous" | "Next") => pages(page).getByRole("link", { name: `${name} page` });
const title = (page: Page) => page.getByRole("heading", { level: 1 });
/** The script listens: before that a change is followed by the browser, with a new page and no focus. */
const listens = (page: Page) => expect(page.getByRole("button", { name: "Columns", exact: true })).toBeEnabled();
const sorted = (page: Page) => page.getByRole("columnheader").evaluateAll((heads) => heads.flatMap((head) => head.getAttribute("aria-sort") ?? []));

test("P1, P10: leafing through all pages shows every key of the world once", async ({ page }) => {
  const world = await demoWorld();
  const wanted = world.flatMap((account) => account.keys.filter((key) => isReadable(account, key)).map((key) => key.keyId));
  await page.goto("/keys?size=200");
  const total = await shownTotal(page);
  // Two sources of the demo cannot be read.
  await expect(title(page)).toHaveText(new RegExp(`^Keys\\s?\\(${total.toLocaleString("en")}\\+\\)$`));
  await expect(step(page, "Previous")).toBeDisabled();
  const refs = new Set<string>();
  for (let at = 1; ; at++) {
    await expect(page.getByRole("link", { name: `Page ${at}`, exact: true })).toHaveAttribute("aria-current", "page");
    // The old rows stay until the new ones are here; of these the ones in sight come first.
    await expect.poll(async () => refs.has((await keyRefs(page))[0] ?? "")).toBe(false);
    await expect(keyLinks(page)).toHaveCount(Math.min(200, total - (at - 1) * 200));
    for (const ref of await keyRefs(page)) refs.add(ref);
    if (at * 200 >= total) break;
    await step(page, "Next").click();
  }
  await expect(step(page, "Next")).toBeDisabled();
  expect(total).toBe(wanted.length);
  expect(refs.size).toBe(wanted.length);
});

test("P10: a page past the end goes to the last one and says so; a single page has its pagination", async ({ page }) => {
  await page.goto("/keys?page=9999");
  await expect(page).toHaveURL(/page=\d{1,3}$/);
  await expect(keyLinks(page).first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "There is no page 9999" })).toBeVisible();
  await step(page, "Previous").click();
  await expect(page.getByText("There is no page 9999")).toBeHidden();
  await page.goto("/keys?deletes=..7d");
  await expect(page.getByText(/^1–\d+ of \d+\+?$/)).toBeVisible();
  await expect(step(page, "Previous")).toBeDisabled();
  await expect(step(page, "Next")).toBeDisabled();
});

test("P3, P11: order, page size and filters lead to page 1, and the focus stays", async ({ page }) => {
  await page.goto("/keys?page=3");
  await listens(page);
  const head = page.getByRole("columnheader", { name: "Created" });
  const link = head.getByRole("link");
  const arrows: string[] = [];
  for (const [search, order] of [
    ["sort=created", "ascending"],
    ["sort=-created", "descending"],
  ] as const) {
    await link.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/keys\\?${search}$`));
    await expect(head).toHaveAttribute("aria-sort", order);
    expect(await sorted(page)).toEqual([order]);
    await expect(link).toBeFocused();
    arrows.push(await link.locator("svg").innerHTML());
  }
  expect(arrows[0]).not.toBe(arrows[1]);
  await link.press("Enter");
  await expect(page).toHaveURL(/\/keys$/);
  await expect(page.getByRole("columnheader", { name: "Key", exact: true })).toHaveAttribute("aria-sort", "ascending");
  expect(await sorted(page)).toEqual(["ascending"]);

  await page.goto("/keys?page=2");
  await listens(page);
  const size = page.getByRole("combobox", { name: "Keys a page" });
  await size.focus();
  await size.selectOption("25");
  await expect(page).toHaveURL(/\?size=25$/);
  await expect(keyLinks(page)).toHaveCount(25);
  await expect(size).toBeFocused();
  await step(page, "Next").click();
  await expect(page).toHaveURL(/page=2/);
  const box = facet(page, "State", "Enabled");
  await box.press("Space");
  await expect(page).toHaveURL(/\/keys\?state=enabled&size=25$/);
  await expect(box).toBeFocused();
});

test("P1, P36: before the first answer there is no total, and bars of a row's height stand in for the rows", async ({ page }) => {
  const held = Promise.withResolvers<void>();
  await page.route(/\/api\/v1\/keys\?.*live=true/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto("/keys?region=tr-west-1&live=true");
  const loading = page.getByRole("region", { name: "Key table" }).getByRole("status");
  await expect(loading).toContainText("Loading keys");
  await expect(title(page)).toHaveText("Keys");
  const bar = await loading.locator("div").first().boundingBox();
  held.resolve();
  await expect(keyLinks(page).first()).toBeVisible({ timeout: 30_000 });
  await expect(title(page)).not.toHaveText("Keys");
  expect((await page.getByRole("row").nth(1).boundingBox())?.height).toBe(bar?.height);
});

test("P38, P43: a deletion has its day and the time left, in table and panel; an old row says how old it is", async ({ page }) => {
  await page.goto("/keys?deletes=..7d");
  const row = page.getByRole("row").filter({ hasText: "legacy-vault" });
  await expect(row).toContainText(/Pending deletion\s*in 3 days/);
  await expect(
    row
      .getByRole("cell")
      .getByText(/^\d{4}-\d\d-\d\d$/)
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "overdue" })).toContainText(/Pending deletion\s*overdue/);
  await row.getByRole("link").click();
  const panel = page.getByRole("complementary", { name: "Key details" });
  await expect(panel).toContainText("in 3 days");
  await expect(panel.locator("time").first()).toHaveText(/\d{4}/);

  await page.clock.install();
  await page.goto("/keys?state=enabled,pending-deletion&sort=-state");
  await expect(async () => {
    await page.clock.fastForward("26:00:00");
    await expect(page.getByRole("row").filter({ hasText: "payouts-2" })).toContainText(/in \d+ days, read \d+ (h|days) ago/, { timeout: 2000 });
  }).toPass();
});
