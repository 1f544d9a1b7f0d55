import type { Page } from "@playwright/test";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { filterField, keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/page.ts";

const list = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });

async function keys(page: Page, query: string): Promise<KeysAnswer> {
  const answer = await page.request.get(`/api/v1/keys?${query}`);
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as KeysAnswer;
}

/** A key with an alias that no other key has. */
async function someKey(page: Page, cloud: string) {
  for (const row of (await keys(page, `cloud=${cloud}&alias=any&state=enabled&sort=-created`)).rows) {
    const { alias, arn, keyId } = row;
    if (alias && (await keys(page, new URLSearchParams({ alias }).toString())).total === 1) return { alias, keyId, arn: arn ?? keyId };
  }
  throw new Error(`no key of ${cloud} has an alias of its own`);
}

test("P20: a pasted id, ARN, URN or alias opens its key, whatever is filtered; one of no key is searched, and it says so", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL });
  await page.goto("/keys");
  const [alibaba, huawei] = [await someKey(page, "alibaba"), await someKey(page, "huawei")];
  const paste = async (text: string) => {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await filterField(page).focus();
    await expect(list(page)).toBeVisible();
    await page.keyboard.press("ControlOrMeta+V");
  };
  await page.goto("/keys?state=pending-import");
  for (const [text, { keyId }] of [
    [alibaba.keyId, alibaba],
    [alibaba.arn, alibaba],
    [huawei.keyId, huawei],
    [huawei.alias, huawei],
  ] as const) {
    await paste(text);
    await expect(keyPanel(page)).toContainText(keyId);
    await expect(page).toHaveURL(/state=pending-import&key=/);
    await expect(filterField(page)).toHaveValue("");
  }
  await paste("00000000-0000-4000-8000-000000000000");
  await expect(page.getByText(/^No key has the id, ARN or alias 0000/)).toBeVisible();
  await expect(page).toHaveURL(/q=00000000/);
});

test("P20: a list that is pasted before the field can read it is read then", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL });
  await page.goto("/keys");
  await expect(page.getByRole("button", { name: "Columns" })).toBeEnabled();
  const two = (await keys(page, "size=25&sort=-created")).rows.slice(0, 2).map(({ keyId }) => keyId);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.evaluate((words) => navigator.clipboard.writeText(words), two.join("\n"));
  await filterField(page).focus();
  await page.keyboard.press("ControlOrMeta+V");
  release();
  await expect(page.getByRole("dialog", { name: "Paste many" }).getByLabel(/^Ids, ARNs or aliases/)).toHaveValue(two.join("\n"));
  await expect(filterField(page)).toHaveValue("");
});

test("P20: five hundred names become a link that stays a link, and what no key has is listed", async ({ page }) => {
  await page.goto("/keys");
  const rows = (await keys(page, "size=200&presence=present&sort=-created")).rows.slice(0, 120);
  const strange = Array.from({ length: 500 - rows.length }, (_, n) => `key-of-nobody-${n}`);
  await filterField(page).focus();
  await list(page)
    .getByRole("option", { name: /^Paste many/ })
    .click();
  const dialog = page.getByRole("dialog", { name: "Paste many" });
  await dialog.getByLabel(/^Ids, ARNs or aliases/).fill([...rows.map(({ keyId }) => keyId), ...strange].join("\n"));
  await dialog.getByRole("button", { name: "Look up" }).click();
  await expect(dialog.getByRole("heading", { name: `${strange.length} were not found` })).toBeVisible();
  await expect(dialog.getByRole("listitem").first()).toHaveText("key-of-nobody-0");
  await dialog.getByRole("button", { name: "Show 120 keys" }).click();
  await expect(page).toHaveURL(/presence=gone,missing,present&ref=/);
  await page.reload();
  await expect(page.getByRole("button", { name: "Edit filter Key is any of 120 keys" })).toBeVisible();
  const shown = await keyLinks(page).evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get("key") ?? ""));
  expect(shown.every((ref) => rows.some((row) => row.ref === ref))).toBe(true);
});
