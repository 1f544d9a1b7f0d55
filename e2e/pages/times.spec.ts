import type { KeyRow } from "#lib/model/key.ts";
import { zoneDay } from "#lib/model/wall-clock.ts";
import { filterField, keyRefs } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/person.ts";

test.use({ timezoneId: "Pacific/Kiritimati" });

test("P46: times are relative and say their moment on hover and focus; zone and style are chosen and stay", async ({ page }) => {
  await page.goto("/keys?state=pending-deletion");
  await expect(page.getByRole("columnheader", { name: /^Deletes UTC/ })).toBeVisible();
  const read = page
    .getByRole("main")
    .getByText(/^(just now|\d+ min ago|\d+ h ago)$/)
    .first();
  await expect(read).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const tip = page.getByRole("tooltip");
  await expect(async () => {
    await page.getByRole("heading", { level: 1 }).hover();
    await read.hover();
    await expect(tip).toHaveText(/^\w{3} \d+ \w+ \d{4}, \d\d:\d\d UTC$/, { timeout: 1000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await read.focus();
  await expect(tip).toBeVisible();
  const left = page
    .getByRole("row")
    .getByText(/^in \d+ (h|days?)$/)
    .first();
  await expect(left).toHaveAttribute("datetime", /Z$/);

  await page.getByRole("button", { name: /signed in as/ }).click();
  await page.getByLabel("Time zone").selectOption("local");
  await expect(page.getByRole("columnheader", { name: /^Deletes Kiritimati/ })).toBeVisible();
  await page.getByRole("button", { name: "Absolute" }).click();
  const stamp = page.getByRole("main").getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC\+14$/);
  await expect(stamp.first()).toBeVisible();
  await expect(page.getByText(/^Now: .* UTC\+14$/)).toBeVisible();

  // The server knows: nothing of the page changes when its script comes, here and in another browser of the same person.
  const path = "/keys?state=pending-deletion";
  await expect(async () => {
    await page.context().clearCookies({ name: /^keyatlas-(zone|times)$/ });
    expect(await (await page.request.get(path)).text()).toMatch(/\d\d:\d\d UTC(<!-- -->)?</);
  }).toPass();
  await page.goto(path);
  await expect(stamp.first()).toBeVisible();
  expect(await (await page.request.get(path)).text()).toContain("Kiritimati");
  await page.getByRole("button", { name: /signed in as/ }).click();
  await expect(page.getByLabel("Time zone")).toHaveValue("local");
});

test("P47: days of a filter are the reader's, and its link shows everybody the same keys", async ({ page, baseURL }) => {
  const rows: KeyRow[] = [];
  for (let cursor = ""; cursor !== "none"; ) {
    const answer: { rows: KeyRow[]; next: string | null } = await (await page.request.get(`/api/v1/keys?size=200${cursor}`)).json();
    rows.push(...answer.rows);
    cursor = answer.next ? `&cursor=${answer.next}` : "none";
  }
  const created = rows.flatMap(({ ref, createdAt }) => (createdAt ? [{ ref, createdAt }] : []));
  const dayIn = (zone: string) => (key: { createdAt: string }) => zoneDay(key.createdAt, zone);
  const read = (zone: string) => page.context().addCookies([{ name: "keyatlas-zone", value: zone, url: baseURL ?? "" }]);

  for (const zone of ["Pacific/Midway", "Pacific/Kiritimati", "Europe/Berlin"]) {
    // A key whose day is another one in UTC; in Berlin half a year around a change of the clocks.
    const odd = created.find((key) => dayIn(zone)(key) !== dayIn("UTC")(key));
    if (!odd) throw new Error(`no key has another day in ${zone}`);
    const [first, last] = zone === "Europe/Berlin" ? [dayIn(zone)(odd), "2026-07-15"].sort() : [dayIn(zone)(odd), dayIn(zone)(odd)];
    const wanted = created.filter((key) => dayIn(zone)(key) >= (first ?? "") && dayIn(zone)(key) <= (last ?? "")).map(({ ref }) => ref);

    await read(zone);
    await page.goto("/keys?size=200");
    const field = filterField(page);
    await expect(async () => {
      await field.fill(`created:${first}..${last}`);
      await field.press("Enter");
      await expect(page).toHaveURL(/created=\d{4}-\d\d-\d\dT/, { timeout: 2000 });
    }).toPass();
    await expect.poll(async () => (await keyRefs(page)).sort(), zone).toEqual(wanted.slice(0, 200).sort());
    const days = page.getByRole("button", { name: /^Edit filter Created (on|between) \d+ \w+ \d{4}( and \d+ \w+ \d{4})?$/ });
    await expect(days).toBeVisible();

    const link = page.url();
    await read("UTC");
    await page.goto(link);
    await expect.poll(async () => (await keyRefs(page)).sort(), `${zone}, read in UTC`).toEqual(wanted.slice(0, 200).sort());
    await expect(page.getByRole("button", { name: /^Edit filter Created .*\d\d:\d\d UTC/ })).toBeVisible();
  }
});

test("P46, P47: the calendar has the reader's days, says whose they are, and leads to just those keys", async ({ page, baseURL }) => {
  await page.context().addCookies([{ name: "keyatlas-zone", value: "Pacific/Kiritimati", url: baseURL ?? "" }]);
  await page.goto("/overview");
  await expect(page.getByText("90 days, in Pacific/Kiritimati").first()).toBeVisible();
  const due = page
    .getByRole("listitem")
    .getByRole("link", { name: /\d+ \w+ \d{4}: \d+/ })
    .first();
  const [, day = ""] = /(\d+ \w+ \d{4})/.exec(await due.innerText()) ?? [];
  await due.click();
  await expect(page.getByRole("button", { name: `Edit filter Deletes on ${day}` })).toBeVisible();
  const shown = await page
    .getByRole("row")
    .locator("time")
    .evaluateAll((times) => times.map((time) => (time as HTMLTimeElement).dateTime));
  expect(shown.some((at) => new Date(at).getTime() > 0)).toBe(true);
});
