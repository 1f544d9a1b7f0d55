import { expect, test } from "../fixtures/page.ts";

const SAID = [
  ["/keys?colour=red", /1 part of this link was not understood[\s\S]*colour/],
  ["/overview?state=disabled&colour=red", /2 parts of this link were not understood[\s\S]*colour[\s\S]*state/],
  ["/sources?x=1", /1 part of this link was not understood[\s\S]*takes no x/],
  ["/accounts?x=1", /1 part of this link was not understood[\s\S]*takes no x/],
  ["/accounts/new?like=nobody", /No account that you may see has the id nobody/],
  ["/accounts/check?account=nobody", /No account that you may see has the id nobody/],
] as const;

test("P24: every page says what of its link was not understood", async ({ page }) => {
  for (const [path, words] of SAID) {
    await page.goto(path);
    await expect(page.getByRole("status").filter({ hasText: words }), path).toBeVisible();
  }
});

test.describe("an address that leads to nothing", () => {
  test.use({ complaints: [/status of 404/] });
  test("P24: says which part of it names nothing, within the frame", async ({ page }) => {
    for (const [path, words] of [
      ["/keys/not-a-ref", "No key has the reference not-a-ref"],
      ["/accounts/nobody", "No account has the id nobody"],
    ] as const) {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    }
  });
});
