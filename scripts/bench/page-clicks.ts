import type { Locator, Page } from "@playwright/test";

/** What the click event of a facet or row was followed by, in milliseconds of the page's own clock since that event. */
export interface Followed {
  /** The end of the first frame with other rows; null when they stayed the same ones. */
  painted: number | null;
  /** When the rows were asked for; before the click where it is negative, null when they were at hand. */
  asked: number | null;
  /** When their last byte was there. */
  answered: number | null;
}

export type Press = "mouse" | "Enter" | "Space";

/** How long a person's pointer rests on something before pressing, and presses it; ms. */
const [HOVER_MS, PRESS_MS] = [150, 70];
/** After that nothing is expected any more; ms. */
const GIVEN_UP_MS = 3_000;

/** Presses a control as a person does: with the mouse over it, down and up again after a while, or with a key when it has the focus. */
export async function press(page: Page, target: Locator, how: Press): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  if (how !== "mouse") {
    await target.focus();
    return page.keyboard.press(how, { delay: PRESS_MS });
  }
  const box = await target.boundingBox();
  if (!box) throw new Error("what should be pressed is not shown");
  // Not where its tools come up.
  await page.mouse.move(box.x + Math.min(30, box.width / 3), box.y + box.height / 2, { steps: 3 });
  await page.waitForTimeout(HOVER_MS);
  await page.mouse.down();
  await page.waitForTimeout(PRESS_MS);
  await page.mouse.up();
}

/** Opens the full list, at rest. The columns get their edges with the script of the rail. */
async function openTable(page: Page, address: string) {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator(".column-edge").first().waitFor({ state: "attached" });
}

/** Presses `clicks` values of the rail, one after the other, each on the full list. */
export async function facetClicks(page: Page, how: Press, clicks: number): Promise<Followed[]> {
  const seen: Followed[] = [];
  const address = new URL("/keys", page.url()).href;
  for (let i = 0; seen.length < clicks && i < 3 * clicks; i++) {
    await openTable(page, address);
    const all = page.getByRole("group").getByRole("checkbox");
    const followed = page.evaluate(afterClick, { watched: "tbody th a[id]", request: "/api/v1/keys?", givenUp: GIVEN_UP_MS });
    await press(page, all.nth(i % (await all.count())), how);
    const one = await followed;
    if (one.painted !== null) seen.push(one);
  }
  return seen;
}

/** Opens the panel of a key, each time on a page that has shown none yet. */
export async function panelOpenings(page: Page, openings: number): Promise<Followed[]> {
  const seen: Followed[] = [];
  const address = new URL("/keys", page.url()).href;
  for (let i = 0; i < openings; i++) {
    await openTable(page, address);
    const followed = page.evaluate(afterClick, { watched: "aside.key-panel dd", request: "/api/v1/keys/", givenUp: GIVEN_UP_MS });
    await press(page, page.getByRole("rowheader").nth(i), "mouse");
    seen.push(await followed);
  }
  return seen;
}

/**
 * Runs in the page: waits for a click and then for the frame in which the watched elements are others. The browser gives the message that is posted in the
 * frame's callback its turn once the frame is drawn.
 */
function afterClick({ watched, request, givenUp }: { watched: string; request: string; givenUp: number }): Promise<Followed> {
  const shown = () => [...document.querySelectorAll(watched)].map((element) => element.id || element.textContent).join();
  const before = shown();
  performance.clearResourceTimings();
  return new Promise((resolve) => {
    let since = Number.NaN;
    const done = (painted: number | null) => {
      const asked = performance.getEntriesByType("resource").find(({ name }) => name.includes(request)) as PerformanceResourceTiming | undefined;
      resolve({ painted, asked: asked ? asked.startTime - since : null, answered: asked ? asked.responseEnd - since : null });
    };
    const observer = new MutationObserver(() => {
      if (Number.isNaN(since) || shown() === before) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - since);
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    const onClick = ({ timeStamp }: Event) => {
      since = timeStamp;
      setTimeout(() => {
        observer.disconnect();
        done(null);
      }, givenUp);
    };
    document.addEventListener("click", onClick, { capture: true, once: true });
  });
}
