import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { createUser } from "#lib/auth/create-user.ts";
import { build } from "../start/build.ts";
import { findBrowser } from "../steps/browser.mjs";
import { step } from "../steps/step.mjs";
import { type Figure, median, printFigures, quantile } from "./figures.ts";
import { fillStore } from "./fill-store.ts";
import { withBench } from "./open-bench.ts";
import { type Followed, facetClicks, panelOpenings } from "./page-clicks.ts";
import type { BenchOptions } from "./run-bench.ts";
import { runWeb } from "./run-web.ts";

const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
const WHO = { email: "bench@keyatlas.example", password: "bench-of-the-keys-page" };
const LOADS = 5;
const CLICKS = 20;
const OPENINGS = 10;
/** As many keys as the demo reads. */
const DEMO_KEYS = 630;

/** The keys page in Chromium: bytes of the first load, first row after a hard load, facet click to rows, panel, layout shift. 0 keys stands for the demo's number. */
export async function benchPage({ keys, database }: BenchOptions): Promise<void> {
  await step("Web server", build);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: FLAGS });
  try {
    for (const n of keys) {
      await withBench(database, async (house) => {
        await fillStore(n || DEMO_KEYS);
        await createUser({ ...WHO, role: "owner", groups: null });
        const web = await runWeb(house);
        try {
          printFigures(`/keys with ${n || DEMO_KEYS} keys, ${database} database, Chromium 1280 × 800`, await measure(browser, web.url));
        } finally {
          await web.stop();
        }
      });
    }
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, url: string): Promise<Figure[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(watchPaints);
  const page = await context.newPage();
  await signIn(page, url);
  const bytes = await firstLoad(page, url);
  const rows: number[] = [];
  const shifts: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    await page.goto(`${url}/keys`, { waitUntil: "load" });
    await page.waitForTimeout(600);
    const seen = await page.evaluate(() => ({ row: Reflect.get(window, "benchRow") as number, shift: Reflect.get(window, "benchShift") as number }));
    rows.push(seen.row);
    shifts.push(seen.shift);
  }
  const byMouse = await facetClicks(page, "mouse", CLICKS);
  const byKey = [...(await facetClicks(page, "Enter", CLICKS / 2)), ...(await facetClicks(page, "Space", CLICKS / 2))];
  const openings = await panelOpenings(page, OPENINGS);
  await context.close();
  return [
    // The budget is of the scripts that the HTML names, and is checked by `npm test`.
    { what: "JavaScript until the page is at rest, late parts too", value: bytes.script / 1024, unit: "KiB" },
    { what: "CSS, gzipped", value: bytes.stylesheet / 1024, unit: "KiB", budget: 20 },
    { what: "HTML with 50 rows, gzipped", value: bytes.document / 1024, unit: "KiB" },
    { what: `first row painted after a hard load, median of ${LOADS}`, value: median(rows), unit: "ms", budget: 400 },
    ...clickFigures("mouse click on a facet to rows painted", byMouse, 100),
    { what: "its answer was there, after the click, p50", value: median(moments(byMouse, "answered")), unit: "ms" },
    ...clickFigures("Enter or Space on a facet to rows painted", byKey, 100),
    ...clickFigures("click on a row to its facts, panel's first time", openings, 150),
    { what: "layout shift, most", value: Math.max(...shifts), unit: "", budget: 0.02 },
  ];
}

/** Of a set of clicks: the middle, and what one of twenty takes longer than; milliseconds from the click event to the end of the frame. */
function clickFigures(what: string, clicks: readonly Followed[], budget: number): Figure[] {
  const painted = moments(clicks, "painted");
  return [
    { what: `${what}, p50 of ${painted.length}`, value: median(painted), unit: "ms" },
    { what: "p95", value: quantile(painted, 0.95), unit: "ms", budget },
  ];
}

const moments = (clicks: readonly Followed[], name: keyof Followed) => clicks.map((click) => click[name]).filter((ms) => ms !== null);

/** Runs in the page: when the first row was there at the end of a frame, and how much the layout has shifted. Milliseconds since the navigation began. */
function watchPaints() {
  Reflect.set(window, "benchShift", 0);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) Reflect.set(window, "benchShift", Reflect.get(window, "benchShift") + Reflect.get(entry, "value"));
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    if (document.querySelector("tbody th[scope=row]")) requestAnimationFrame(() => Reflect.set(window, "benchRow", performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function signIn(page: Page, url: string) {
  await page.goto(`${url}/keys`);
  await page.getByLabel("Email").fill(WHO.email);
  await page.getByLabel("Password").fill(WHO.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("rowheader").first().waitFor();
}

/** What a first visit of the page fetches, by kind of resource, gzipped by us, whatever the server sent. */
async function firstLoad(page: Page, url: string) {
  const bytes = { script: 0, stylesheet: 0, document: 0 };
  const isCounted = (kind: string): kind is keyof typeof bytes => kind in bytes;
  const reads: Promise<void>[] = [];
  // What the page before still loads is none of this one's.
  await page.goto("about:blank");
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (!isCounted(kind)) return;
    const read = response.body().then((body) => {
      bytes[kind] += gzipSync(body).length;
    });
    reads.push(read);
  });
  await page.goto(`${url}/keys`, { waitUntil: "networkidle" });
  page.removeAllListeners("response");
  await Promise.all(reads);
  return bytes;
}
