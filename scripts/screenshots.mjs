import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "./steps/browser.mjs";
import { ROOT } from "./steps/runtime.mjs";
import { main, say } from "./steps/step.mjs";

const ADDRESS = `http://localhost:${process.env.PORT || 3000}`;
const SIGN_IN = join(process.env.KEYATLAS_DATA || join(ROOT, ".data"), "sign-in");

/** Takes the pictures of `docs/` from a running demo: `PORT` and `KEYATLAS_DATA` say which. */
main(async () => {
  const [, email, password] = /^Sign in: (\S+) \/ (\S+)$/.exec(readFileSync(SIGN_IN, "utf8").trim()) ?? [];
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, locale: "en-GB", colorScheme: "light" });
    await page.goto(ADDRESS);
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("table").getByRole("rowheader").first().waitFor();
    await picture(page, "keys", "/keys?manager=customer&sort=deletes");
    await page.getByRole("table").getByRole("rowheader").getByRole("link").nth(2).click();
    await page.getByRole("complementary", { name: "Key details" }).getByText("Provenance").waitFor();
    await picture(page, "key");
  } finally {
    await browser.close();
  }
});

/** One picture of the page as it is, or of `path`. */
async function picture(page, name, path) {
  if (path) {
    await page.goto(`${ADDRESS}${path}`);
    await page.getByRole("table").getByRole("rowheader").first().waitFor();
  }
  const file = join(ROOT, "docs", `${name}.png`);
  await page.screenshot({ path: file });
  say(file);
}
