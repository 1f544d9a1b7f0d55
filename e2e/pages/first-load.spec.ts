import { gzipSync } from "node:zlib";
import { expect, test } from "../fixtures/page.ts";

const BUDGET_KIB = { script: 175, style: 20 };

test("the first load of /keys stays within its budget", async ({ page }) => {
  const html = await (await page.request.get("/keys")).text();
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*nomodule)/gi)].map(([, src = ""]) => src);
  const styles = [...html.matchAll(/<link[^>]+href="([^"]+\.css[^"]*)"/gi)].map(([, href = ""]) => href);
  const weigh = async (paths: string[]) => {
    let bytes = 0;
    for (const path of new Set(paths)) bytes += gzipSync(await (await page.request.get(path.replaceAll("&amp;", "&"))).body()).length;
    return bytes / 1024;
  };
  expect(scripts.length).toBeGreaterThan(0);
  expect(styles.length).toBeGreaterThan(0);
  const kib = { script: await weigh(scripts), style: await weigh(styles) };
  console.log(`first load of /keys: ${kib.script.toFixed(1)} KiB of script, ${kib.style.toFixed(1)} KiB of style, gzipped`);
  expect(kib.script).toBeLessThanOrEqual(BUDGET_KIB.script);
  expect(kib.style).toBeLessThanOrEqual(BUDGET_KIB.style);
});

test("the first keys stand in the HTML, with no inline style", async ({ page }) => {
  const html = await (await page.request.get("/keys")).text();
  expect(html).toMatch(/<tbody[\s\S]*<a[^>]+href="[^"]*key=[0-9a-z]{12}/);
  expect(html).not.toMatch(/<[^>]+\sstyle="/);
});
