import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

/** Distances of WCAG 1.4.12. A constructed sheet: the page's policy lets no foreign style element in. */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** Words of controls and heads that are cut off, and pages that became too wide. */
const lost = () => {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const cut = [...document.querySelectorAll<HTMLElement>("main :is(button, a, h1, h2, h3, label, legend, p, dt, dd), header :is(a, button)")].filter(
    (element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.clientWidth <= 1) return false;
      // What may be cut has its whole elsewhere: a title, or the panel.
      if (element.closest(".key-table, .truncate, [title]")) return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      return (
        (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    },
  );
  return [...(wide > 0 ? [`the page is ${wide} px too wide`] : []), ...cut.map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`)];
};

test.describe("without movement", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  test("P58: nothing moves, not even while it loads", async ({ page }) => {
    await page.goto("/keys");
    await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
    await page.route("**/api/v1/keys?**", () => {});
    await page.getByRole("link", { name: "Page 2", exact: true }).click();
    await keyLinks(page).first().hover();
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    const moving = await page.evaluate(() => [
      ...document.getAnimations().map(String),
      ...[...document.querySelectorAll("*")].flatMap((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return animationName === "none" && transitionDuration === "0s" && scrollBehavior === "auto" ? [] : [element.outerHTML.slice(0, 80)];
      }),
    ]);
    expect(moving).toEqual([]);
  });
});

test.describe("forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" }, colorScheme: "dark" });
  test("P58: edges, icons, the focus, the open key and the place where one is stay visible", async ({ page }) => {
    await page.goto("/keys?state=disabled");
    await keyLinks(page).nth(1).click();
    await expect(keyPanel(page).getByRole("heading", { level: 2 })).toBeVisible();
    const widthOf = (element: Element, side: string) => getComputedStyle(element).getPropertyValue(side);
    for (const [element, side] of [
      [page.getByRole("button", { name: "Export", exact: true }), "border-top-width"],
      [page.getByRole("row").nth(2).getByRole("rowheader"), "border-top-width"],
      [page.getByRole("row").nth(4).getByRole("rowheader"), "border-bottom-width"],
      [page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Keys" }), "border-bottom-width"],
    ] as const) {
      expect(Number.parseFloat(await element.evaluate(widthOf, side)), side).toBeGreaterThanOrEqual(1);
    }
    const icon = page.getByRole("button", { name: "Export", exact: true }).locator("svg");
    const [stroke, ground] = await icon.evaluate((svg) => [getComputedStyle(svg).color, getComputedStyle(svg.closest("button") ?? svg).backgroundColor]);
    expect(stroke).not.toBe(ground);
    await page.keyboard.press("Tab");
    await expect(page.locator(":focus")).toHaveCSS("outline-style", "solid");
  });
});

test("P58: wide letters lose nothing", async ({ page }) => {
  for (const path of ["/keys?state=disabled", "/overview", "/sources", "/accounts", "/accounts/new"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets.push(sheet);
    }, SPACED);
    expect(await page.evaluate(lost), path).toEqual([]);
  }
});

test.describe("at 200 %", () => {
  // Half of 1280 × 800 is what is left at twice the size.
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  test("P58: twice the size loses nothing", async ({ page }) => {
    for (const path of ["/keys?state=disabled", "/overview", "/sources", "/accounts", "/accounts/new"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      expect(await page.evaluate(lost), path).toEqual([]);
    }
    await page.goto("/keys?state=disabled");
    await keyLinks(page).first().click();
    await expect(keyPanel(page).getByRole("heading", { level: 2 })).toBeVisible();
    expect(await page.evaluate(lost)).toEqual([]);
  });
});
