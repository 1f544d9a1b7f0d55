import { keyLinks, keyPanel } from "../fixtures/keys-page.ts";
import { expect, test } from "../fixtures/person.ts";

test("S33: the panel stands at the side or below, is resized by keys and by pointer, and stays so", async ({ page }) => {
  const panel = keyPanel(page);
  const edge = page.getByRole("separator", { name: "Size of the panel" });
  const box = async () => (await panel.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.goto("/keys");
  await keyLinks(page).first().click();
  await expect(edge).toHaveAttribute("aria-orientation", "vertical");
  await expect.poll(async () => (await box()).width).toBe(384);
  await edge.press("ArrowLeft");
  await expect.poll(async () => (await box()).width).toBe(400);
  await expect(edge).toHaveAttribute("aria-valuenow", "400");

  const { x } = await box();
  await page.mouse.move(x, 400);
  await page.mouse.down();
  await page.mouse.move(x - 60, 400, { steps: 3 });
  const kept = page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.url().endsWith("/preferences"));
  await page.mouse.up();
  await expect.poll(async () => (await box()).width).toBe(460);
  await kept;

  await panel.getByRole("button", { name: "Move to the bottom" }).click();
  await edge.press("ArrowUp");
  await expect.poll(async () => (await box()).width).toBe(1280);
  const { height } = await box();
  const keptSize = async () => (await (await page.request.get("/api/v1/preferences")).json()).panelSize;
  await expect.poll(keptSize).toBe(height);

  await page.reload();
  await expect(page.getByRole("table")).toBeVisible();
  await expect.poll(box).toMatchObject({ width: 1280, height });
  await expect(panel.getByRole("button", { name: "Move to the side" })).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(edge).toBeHidden();
  await expect.poll(box).toMatchObject({ x: 0, width: 390 });
});
