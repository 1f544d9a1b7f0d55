import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { PICTURES } from "./pictures.mjs";
import { findBrowser } from "./steps/browser.mjs";
import { ROOT } from "./steps/runtime.mjs";
import { main, say, Stop } from "./steps/step.mjs";

const ADDRESS = `http://localhost:${process.env.PORT || 3000}`;
const SIGN_IN = join(process.env.KEYATLAS_DATA || join(ROOT, ".data"), "sign-in");
const MOST_BYTES = 150 * 1024;

/** Takes the pictures of `docs/` from a running demo: `PORT` and `KEYATLAS_DATA` say which; names behind the command say which pictures. */
main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !PICTURES.some((picture) => picture.name === name));
  if (unknown) throw new Stop(`There is no picture "${unknown}".`, PICTURES.map(({ name }) => name).join(", "));
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 1,
      locale: "en-GB",
      timezoneId: "UTC",
      colorScheme: "light",
    });
    await signIn(page);
    for (const picture of PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) await take(page, picture);
  } finally {
    await browser.close();
  }
});

async function signIn(page) {
  const [, email, password] = /^Sign in: (\S+) \/ (\S+)$/.exec(readFileSync(SIGN_IN, "utf8").trim()) ?? [];
  await page.goto(ADDRESS);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(({ pathname }) => /^\/(keys|overview)/.test(pathname));
}

async function take(page, { name, path, language = "en", prepare }) {
  await page.context().addCookies([{ name: "keyatlas-language", value: language, url: ADDRESS }]);
  await page.goto(ADDRESS + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  const part = await prepare?.(page);
  // Nothing is pointed at, and what fades in has done so.
  await page.mouse.move(1279, 799);
  await page.waitForTimeout(400);
  const png = part && "screenshot" in part ? await part.screenshot() : await page.screenshot(part ? { clip: part } : {});
  const file = join(ROOT, "docs", "pictures", `${name}.png`);
  writeFileSync(file, await withPalette(png));
  const { size } = statSync(file);
  say(`${file}: ${Math.round(size / 1024)} KiB`);
  if (size > MOST_BYTES) throw new Stop(`${name}.png is larger than 150 KiB.`, "Show a smaller part of the page.");
}

/** A third of the bytes. The package comes with Next where the platform has it; without it the picture stays as it is. */
async function withPalette(png) {
  const sharp = await import("sharp").catch(() => null);
  return sharp ? sharp.default(png).png({ palette: true, colours: 128, dither: 0, effort: 10 }).toBuffer() : png;
}
