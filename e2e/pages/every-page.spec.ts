import { expectAccessible } from "../fixtures/accessible.ts";
import { look } from "../fixtures/looks.ts";
import { test } from "../fixtures/page.ts";
import { PLACES } from "../fixtures/places.ts";
import { wordsIn } from "../fixtures/spoken.ts";

test.describe.configure({ mode: "parallel" });
test.use({
  // No half faded colour is measured.
  contextOptions: { reducedMotion: "reduce" },
  // Pages that are not there, and a list that could not be loaded.
  complaints: [/status of 404|ERR_FAILED/],
});

for (const [place, open] of Object.entries(PLACES)) {
  test(`P52: ${place}: quiet and accessible, at 390 light and 1280 dark`, async ({ page }) => {
    await open(page, wordsIn("en"));
    await look(page, 390, "light");
    await expectAccessible(page);
    await look(page, 1280, "dark");
    await expectAccessible(page);
  });
}
