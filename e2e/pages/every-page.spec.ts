import { expectAccessibleInLooks } from "../fixtures/accessible.ts";
import { test } from "../fixtures/page.ts";
import { PLACES } from "../fixtures/places.ts";
import { wordsIn } from "../fixtures/spoken.ts";

test.describe.configure({ mode: "parallel" });
test.use({
  // Pages that are not there, and a list that could not be loaded.
  complaints: [/status of 404|ERR_FAILED/],
});

for (const [place, open] of Object.entries(PLACES)) {
  test(`P52: ${place}: quiet and accessible, at 390 light and 1280 dark`, async ({ page }) => {
    await open(page, wordsIn("en"));
    await expectAccessibleInLooks(page);
  });
}
