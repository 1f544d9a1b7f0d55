import { gzipSync } from "node:zlib";
import { expect, test } from "../fixtures/page.ts";

/** Gzipped by us, whatever the server sent; `words` are fetched once for each version of them and kept. */
const BUDGET_KIB = { html: 35, script: 175, style: 20, words: 18 };
/** Without the page itself: scripts, styles, words. */
const MOST_REQUESTS = 14;
const MOST_SHIFT = 0.02;

test("the first load of /keys stays within its budget", async ({ page }) => {
  const html = await (await page.request.get("/keys")).text();
  const named = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map(([, path = ""]) => path.replaceAll("&amp;", "&")))];
  const files = {
    script: named(/<script[^>]+src="([^"]+)"(?![^>]*nomodule)/gi),
    style: named(/<link[^>]+href="([^"]+\.css[^"]*)"/gi),
    words: named(/<link[^>]+href="(\/words\/[^"]+)"/gi),
  };
  const weigh = async (paths: string[]) => {
    expect(paths.length).toBeGreaterThan(0);
    const bodies = await Promise.all(paths.map(async (path) => (await page.request.get(path)).body()));
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024;
  };
  const kib = { html: gzipSync(html).length / 1024, script: await weigh(files.script), style: await weigh(files.style), words: await weigh(files.words) };
  console.log(`first load of /keys, KiB gzipped: ${JSON.stringify(kib, (_, value) => (typeof value === "number" ? Math.round(value * 10) / 10 : value))}`);
  for (const kind of ["html", "script", "style", "words"] as const) expect(kib[kind], kind).toBeLessThanOrEqual(BUDGET_KIB[kind]);
  expect(Object.values(files).flat().length).toBeLessThanOrEqual(MOST_REQUESTS);
  const kept = await page.request.get(files.words[0] ?? "");
  expect(kept.headers()["cache-control"]).toContain("immutable");
});

test("the first keys stand in the HTML, with no inline style", async ({ page }) => {
  const html = await (await page.request.get("/keys")).text();
  expect(html).toMatch(/<tbody[\s\S]*<a[^>]+href="[^"]*key=[0-9a-z]{12}/);
  expect(html).not.toMatch(/<[^>]+\sstyle="/);
});

test("P49, S36: nothing moves while the page is taken up, and no font is fetched", async ({ page }) => {
  const kinds: string[] = [];
  page.on("request", (request) => kinds.push(request.resourceType()));
  await page.addInitScript(() => {
    Reflect.set(window, "shift", 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Reflect.set(window, "shift", Reflect.get(window, "shift") + Reflect.get(entry, "value"));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/keys");
  // The last that is taken up: what came after the table.
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
  await expect(async () => {
    await page.getByRole("checkbox").first().hover();
    await expect(page.getByRole("link", { name: /^Only/ }).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await page.evaluate(() => Reflect.get(window, "shift"))).toBeLessThanOrEqual(MOST_SHIFT);
  expect(kinds).not.toContain("font");
});
