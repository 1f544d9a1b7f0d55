import type { Page } from "@playwright/test";
import { keyLinks } from "../fixtures/keys-page.ts";
import { LOOKS, look } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/page.ts";
import { clippedWords, shownWords, withoutData } from "../fixtures/shown-words.ts";

const speak = (page: Page, baseURL: string | undefined, language: string) =>
  page.context().addCookies([{ name: "keyatlas-language", value: language, url: baseURL ?? "" }]);

/** The pages that a signed-in reader walks through, each opened as far as one click leads. */
const WALK: Record<string, (page: Page) => Promise<void>> = {
  keys: async (page) => void (await page.goto("/keys?state=!enabled&created=2020-01-01..&sort=-created")),
  "no keys": async (page) => void (await page.goto("/keys?q=no+such+key+anywhere&state=disabled")),
  "a bad link": async (page) => void (await page.goto("/keys?colour=red&deletes=..7d&page=99")),
  "an open key": async (page) => {
    await page.goto("/keys?rotation=on");
    await page.goto((await keyLinks(page).first().getAttribute("href")) ?? "");
    await expect(page.locator("aside dl dt").first()).toBeVisible();
  },
  "a key to be deleted": async (page) => {
    await page.goto("/keys?state=pending-deletion");
    await page.goto((await keyLinks(page).first().getAttribute("href")) ?? "");
    await expect(page.locator("aside dl dt").first()).toBeVisible();
  },
  "the overview": async (page) => void (await page.goto("/overview")),
  sources: async (page) => {
    await page.goto("/sources");
    await page.locator("button[aria-expanded]").first().click();
    await expect(page.locator("td dl").first()).toBeVisible();
  },
  accounts: async (page) => void (await page.goto("/accounts")),
  "a new account": async (page) => void (await page.goto("/accounts/new")),
  "an account, checked": async (page) => {
    await page.goto("/accounts");
    await page.getByRole("link", { name: "Payments prod" }).click();
    await expect(page).toHaveURL(/\/accounts\/\w{12}$/);
    await page.locator("section > header button").first().click();
    await expect(page.locator("table [data-bad]").first()).toBeVisible();
  },
  "another account like one": async (page) => {
    await page.goto("/accounts");
    await page.getByRole("link", { name: "Payments prod" }).click();
    await expect(page).toHaveURL(/\/accounts\/\w{12}$/);
    await page.goto(page.url().replace(/(\w{12})$/, "new?like=$1"));
  },
  "an import, tried": async (page) => {
    await page.goto("/accounts/import");
    const file = "cloud,name,regions,credential.type\nalibaba,Payments prod,cn-hangzhou,access-key\nalibaba,Short\nalibaba,Other,mars-1,access-key\n";
    await expect(async () => {
      await page.locator("input[type=file]").setInputFiles({ name: "accounts.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
      await expect(page.getByRole("table").first()).toBeVisible({ timeout: 2000 });
    }).toPass();
  },
  "accounts, checked": async (page) => {
    await page.goto("/accounts");
    const path = await page.getByRole("link", { name: "Payments prod" }).getAttribute("href");
    await page.goto(`/accounts/check?account=${path?.split("/").at(-1)}`);
    await expect(async () => {
      await page.locator("main button").first().click({ timeout: 2000 });
      await expect(page.locator("table [data-bad]").first()).toBeVisible({ timeout: 5000 });
    }).toPass();
  },
  "a page of a key": async (page) => {
    await page.goto("/keys?rotation=on");
    const open = new URL((await keyLinks(page).first().getAttribute("href")) ?? "", page.url());
    await page.goto(`/keys/${open.searchParams.get("key")}`);
  },
  "the sign-in": async (page) => void (await page.goto("/sign-in?callbackUrl=/sources")),
  "nothing here": async (page) => void (await page.goto("/nowhere")),
};

const settled = (page: Page) => expect(page.getByRole("heading").first()).toBeVisible();

test.describe("with other letters", () => {
  test.use({ complaints: [/status of 404/] });
  for (const [place, open] of Object.entries(WALK)) {
    test(`P48 ${place}: every word is from the catalogue, and fits at 390 and 1280 px`, async ({ page, baseURL }) => {
      await speak(page, baseURL, "pseudo");
      await open(page);
      await settled(page);
      for (const { name, viewport, colorScheme } of LOOKS) {
        await look(page, viewport.width, colorScheme);
        expect((await shownWords(page)).map(outsideBrackets).filter((rest) => /\p{L}{2}/u.test(rest))).toEqual([]);
        expect(await clippedWords(page), name).toEqual([]);
      }
    });
  }
});

test.describe("in Chinese", () => {
  test.use({ complaints: [/status of 404/] });
  for (const [place, open] of Object.entries(WALK)) {
    test(`P48 ${place}: no English is left`, async ({ page, baseURL }) => {
      await speak(page, baseURL, "zh");
      await open(page);
      await settled(page);
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
      expect((await shownWords(page)).map(withoutData).filter((rest) => /[A-Za-z]{3}/.test(rest))).toEqual([]);
    });
  }

  test("P48: a filter reads as a sentence, and states are the vendors' words", async ({ page, baseURL }) => {
    await speak(page, baseURL, "zh");
    await page.goto("/keys?state=pending-deletion&deletes=..30d");
    await expect(page.getByRole("link", { name: "移除筛选条件：状态 为 待删除" })).toBeVisible();
    await expect(page.getByRole("link", { name: "移除筛选条件：删除时间 在未来 30 天内" })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /^待删除，\d+\+? 个密钥$/ })).toBeVisible();
  });
});

test.describe("a browser that asks for Chinese", () => {
  test.use({ locale: "zh-CN", storageState: { cookies: [], origins: [] } });
  test("is answered in Chinese before anybody chose", async ({ page }) => {
    await page.goto("/keys");
    await expect(page).toHaveTitle("登录 · Keyatlas");
    await expect(page.getByRole("button", { name: "登录" })).toBeVisible();
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  });
});

test("P48: the language is chosen in the menu, stays, and leaves the address alone", async ({ page }) => {
  await page.goto("/sources");
  await page.getByRole("button", { name: /signed in as/ }).click();
  await page.getByRole("button", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("数据源");
  await page.goto("/keys?state=disabled&sort=-created");
  await expect(page).toHaveTitle("密钥 · Keyatlas");
  await page.getByRole("button", { name: /当前登录/ }).click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Keys");
  await expect(page).toHaveURL(/\/keys\?state=disabled&sort=-created$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

/** The words of the catalogue stand in brackets, one inside the other where a word is part of a sentence. */
function outsideBrackets(text: string): string {
  let rest = text;
  for (let shorter = ""; rest !== shorter; rest = rest.replaceAll(/\[[^[\]]*\]/g, " ")) shorter = rest;
  return withoutData(rest);
}
