import type { Page } from "@playwright/test";
import type { KeyDetail } from "#lib/model/key.ts";
import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

const QUIET = "/keys?cloud=alibaba&manager=customer&region=cn-shanghai&state=enabled";

/** The real answer about one key with a few members changed, as a cloud would tell them that the demo does not hold; not before `after`. */
async function retell(page: Page, isLive: boolean, change: Partial<KeyDetail>, after: Promise<void> = Promise.resolve()) {
  await page.route(
    (url) => /\/api\/v1\/keys\/\w{12}$/.test(url.pathname) && url.searchParams.has("live") === isLive,
    async (route) => {
      const answer = await route.fetch();
      await after;
      await route.fulfill({ response: answer, json: { ...(await answer.json()), ...change } });
    },
  );
}

/** Adds up how much the page shifts from now on; the answer gives the sum so far. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const sum = { shift: 0 };
    Reflect.set(window, "keyatlasShift", sum);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.shift += Number(Reflect.get(entry, "value"));
    }).observe({ type: "layout-shift" });
  });
  return () => page.evaluate(() => (Reflect.get(window, "keyatlasShift") as { shift: number }).shift);
}

for (const width of [390, 1280]) {
  test(`P43: a deletion that only the live answer tells is said at once, and moves nothing at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const { promise: watched, resolve: go } = Promise.withResolvers<void>();
    await retell(page, true, { state: "pending-deletion", deletesAt: new Date(Date.now() + 5.5 * 86_400_000).toISOString() }, watched);
    await page.goto(QUIET);
    await keyLinks(page).first().click();
    const panel = keyPanel(page);
    await expect(panel.getByText("Provenance")).toBeVisible();
    await expect(panel.getByText("No change was read since.")).toBeVisible();
    await expect(panel.getByText("Asking the cloud; below is the inventory.")).toBeVisible();
    const place = () => panel.getByRole("heading", { name: "Identity" }).boundingBox();
    const before = await place();
    const shifts = await watchShifts(page);
    go();
    await expect(panel.getByText(/^Now pending deletion: deletes in [56] days\.$/)).toBeVisible();
    expect((await place())?.y).toBe(before?.y);
    expect(await shifts()).toBeLessThanOrEqual(0.02);
  });
}

test("P29: a key that is gone shows its last facts and when it was last seen", async ({ page }) => {
  await retell(page, false, { presence: "gone", goneAt: "2026-11-20T06:00:00.000Z", lastSeenAt: "2026-11-19T06:00:00.000Z" });
  await page.goto(QUIET);
  await keyLinks(page).first().click();
  await expect(keyPanel(page).getByText("No longer in the cloud")).toBeVisible();
  await expect(keyPanel(page).getByText(/^Last seen .*19 Nov 2026/)).toBeVisible();
  await expect(keyPanel(page).getByRole("heading", { name: "Cryptography" })).toBeVisible();
});

test("S42: the vendor's own words stand beside ours, and both languages a click away", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "keyatlas-language", value: "zh", url: baseURL ?? "" }]);
  await page.goto("/keys?cloud=huawei&state=pending-deletion");
  await keyLinks(page).first().click();
  const panel = page.getByRole("complementary", { name: "密钥详情" });
  await expect(panel.getByText("待删除", { exact: true })).toBeVisible();
  await expect(panel.getByText("计划删除", { exact: true })).toBeVisible();
  await panel.getByRole("button", { name: /^状态/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Status: Pending deletion");
  await expect(page.getByRole("dialog")).toContainText("密钥状态：计划删除");
});

test("older changes of a key come when they are asked for", async ({ page }) => {
  const row = (day: number) => ({
    field: "description",
    before: `note ${day}`,
    after: `note ${day + 1}`,
    beforeAbsent: null,
    afterAbsent: null,
    at: `2026-11-${String(day).padStart(2, "0")}T06:00:00.000Z`,
    operation: "DescribeKey",
  });
  await page.route(/\/history\?/, (route) => {
    const isFirst = !new URL(route.request().url()).searchParams.has("before");
    const rows = (isFirst ? [20, 19, 18, 17, 16, 15, 14, 13] : [12, 11]).map(row);
    return route.fulfill({ json: { rows, next: isFirst ? "2026-11-13T06:00:00.000Z,description" : null } });
  });
  await page.goto(QUIET);
  await keyLinks(page).first().click();
  const changes = keyPanel(page).getByRole("list", { name: "History" }).getByRole("listitem");
  await expect(changes).toHaveCount(8);
  await keyPanel(page).getByRole("button", { name: "Show older changes" }).click();
  await expect(changes).toHaveCount(12);
  await expect(changes.nth(8)).toBeFocused();
  await expect(changes.last()).toContainText("Created in the cloud");
});
