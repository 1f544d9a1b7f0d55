import { expectAccessibleInLooks } from "../fixtures/accessible.ts";
import { shownTotal } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

const PLACES = ["", "?cloud=huawei", "?region=cn-hangzhou,cn-north-4"];

/** Every number that is a link to the table: "553+ keys", "1 key". */
const COUNTED = /(?:^|\s)([\d,]+)\+? keys?/;

for (const place of PLACES) {
  test(`S60: every number on /overview${place} is what its link lists`, async ({ page }) => {
    await page.goto(`/overview${place}`);
    await expect(page.getByRole("heading", { name: "Deletions ahead" })).toBeVisible();
    const links = await page
      .locator('main a[href^="/keys"]')
      .evaluateAll((all) => all.map((link) => ({ href: link.getAttribute("href") ?? "", words: link.textContent ?? "" })));
    const told = new Map<string, number>();
    for (const { href, words } of links) {
      const [, count] = COUNTED.exec(words) ?? [];
      if (count) told.set(`${href} ${count}`, Number(count.replaceAll(",", "")));
    }
    expect(told.size).toBeGreaterThan(40);
    for (const [key, count] of told) {
      const [href = ""] = key.split(" ");
      const answer = await page.request.get(`/api/v1${href}`);
      expect(answer.status(), href).toBe(200);
      expect((await answer.json()).total, `${place}: ${href}`).toBe(count);
    }
  });
}

test("S60: a look, a click, and the table shows what the picture said", async ({ page }) => {
  for (const [card, row] of [
    ["Rotation", /^Off/],
    ["Protection", /^Unreported/],
    ["Deletions ahead", /^After /],
  ] as const) {
    await page.goto("/overview");
    const link = page.getByRole("region", { name: card, exact: true }).getByRole("listitem").getByRole("link", { name: row });
    const [, count = ""] = /(\d[\d,]*)\+? keys?/.exec((await link.innerText()).replaceAll("\n", " ").replace(/After \d+ \w+ \d{4}/, "")) ?? [];
    await link.click();
    await expect(page).toHaveURL(/\/keys\?/);
    expect(await shownTotal(page)).toBe(Number(count.replaceAll(",", "")));
  }
});

test("unread places are in the map, and every count of theirs has its plus", async ({ page }) => {
  await page.goto("/overview");
  const map = page.getByRole("region", { name: "Coverage", exact: true });
  const dark = map.getByRole("link", { name: /unread/ });
  expect(await dark.count()).toBeGreaterThan(0);
  for (const words of await dark.allTextContents()) expect(words).toMatch(/\d\+ keys, unread/);
  await expect(map.getByRole("row").last().getByRole("link").last()).toHaveText(/^[\d,]+\+ keys$/);
});

test("S60: behind each picture stands its table", async ({ page }) => {
  await page.goto("/overview");
  const state = page.getByRole("region", { name: "State", exact: true });
  await state.getByText("Table", { exact: true }).click();
  await expect(state.getByRole("row", { name: /^Enabled [\d,]+\+ \d/ })).toBeVisible();
  await expect(state.getByRole("list")).toBeHidden();
  await state.getByText("Picture", { exact: true }).click();
  await expect(state.getByRole("list")).toBeVisible();
});

test("one account is looked at by choosing it, and the link says so", async ({ page }) => {
  await page.goto("/overview");
  // Until the script listens the choice waits for its button.
  await expect(page.getByRole("button", { name: "Show", exact: true })).toBeHidden();
  await page.getByRole("combobox", { name: "Account" }).selectOption({ label: "Payments prod" });
  await expect(page).toHaveURL(/\/overview\?account=[0-9a-z]{12}$/);
  await page
    .getByRole("region", { name: "State", exact: true })
    .getByRole("link", { name: /^Enabled/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/keys\?account=[0-9a-z]{12}&state=enabled$/);
});

test.describe("an API that fails", () => {
  test.use({ complaints: [/status of 500/] });
  test("is said with its code, and can be asked again", async ({ page }) => {
    await page.goto("/overview");
    const failing = { status: 500, json: { error: { code: "internal", message: "It broke.", requestId: "r-1" } } };
    await page.route("**/api/v1/overview**", (route) => route.fulfill(failing));
    // A choice in the page comes with its numbers; a change of the address alone asks the API, once the page listens to it.
    await expect(async () => {
      await page.evaluate(() => window.history.pushState(null, "", "/overview?cloud=huawei"));
      await expect(page.getByRole("alert").filter({ hasText: "could not be made" })).toContainText("internal · request r-1", { timeout: 4_000 });
    }).toPass();
    await page.unroute("**/api/v1/overview**");
    await page.getByRole("button", { name: "Retry", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Deletions ahead" })).toBeVisible();
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("the pictures, their links and the form work", async ({ page }) => {
    await page.goto("/overview");
    await page.getByRole("combobox", { name: "Cloud" }).selectOption("huawei");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/[?&]cloud=huawei/);
    await page.getByRole("region", { name: "Rotation", exact: true }).getByRole("listitem").getByRole("link", { name: /^Off/ }).click();
    await expect(page).toHaveURL(/\/keys\?cloud=huawei&rotation=off$/);
  });
});

test("P52: with all its tables open it is quiet and accessible", async ({ page }) => {
  await page.goto("/overview?cloud=huawei");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  for (const toggle of await page.locator("summary").all()) await toggle.click();
  // What lies half under the bar at the top is no smaller for it.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessibleInLooks(page);
  expect(await page.locator("#main").evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
});

test("nothing of it is in the first load of the table", async ({ page }) => {
  const scriptsOf = async (path: string) =>
    [...(await (await page.request.get(path)).text()).matchAll(/<script[^>]+src="([^"]+)"/gi)].map(([, src = ""]) => src);
  const keys = await scriptsOf("/keys");
  expect(keys.length).toBeGreaterThan(0);
  for (const src of new Set(keys)) expect(await (await page.request.get(src.replaceAll("&amp;", "&"))).text(), src).not.toContain("chart-hatch-danger");
  const own = await Promise.all((await scriptsOf("/overview")).map(async (src) => (await page.request.get(src.replaceAll("&amp;", "&"))).text()));
  expect(own.some((script) => script.includes("chart-hatch-danger"))).toBe(true);
});
