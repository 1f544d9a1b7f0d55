import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/page.ts";

const GROUND = { light: "#f7f7f5", dark: "#0f1113" };

/** What the browser paints around the page at this moment. */
const themeColor = (page: Page) =>
  page.evaluate(
    () => [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")].find(({ media }) => !media || matchMedia(media).matches)?.content,
  );
const shown = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
const luminance = (page: Page) => page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0] ?? -1));

test("P64: the theme follows the system until one is chosen, which the HTML of the next page carries", async ({ page, context }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/keys");
  expect(await luminance(page)).toBeLessThan(60);
  expect(await themeColor(page)).toBe(GROUND.dark);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await luminance(page)).toBeGreaterThan(200);
  expect(await themeColor(page)).toBe(GROUND.light);
  expect(await shown(page)).toBe("light dark");

  const button = page.getByRole("button", { name: "Switch between light and dark" });
  await expect(async () => {
    await button.click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark", { timeout: 2_000 });
  }).toPass();
  expect(await themeColor(page)).toBe(GROUND.dark);
  expect(await shown(page)).toBe("dark");
  // No script has to run for it: nothing can flash.
  const html = await (await page.request.get("/keys")).text();
  expect(html).toMatch(/<html[^>]+data-theme="dark"/);
  expect(html).toContain(`<meta name="theme-color" content="${GROUND.dark}"/>`);
  await page.reload();
  expect(await luminance(page)).toBeLessThan(60);

  await expect(async () => {
    await button.click();
    await expect(page.locator("html")).not.toHaveAttribute("data-theme", { timeout: 2_000 });
  }).toPass();
  expect(await themeColor(page)).toBe(GROUND.light);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("keyatlas-theme");
});
