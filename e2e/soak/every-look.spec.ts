import { violations } from "../fixtures/accessible.ts";
import { look, THEMES, WIDTHS } from "../fixtures/looks.ts";
import { expect, test } from "../fixtures/page.ts";
import { PLACES } from "../fixtures/places.ts";
import { speak, wordsIn } from "../fixtures/spoken.ts";

test.describe.configure({ mode: "parallel" });
test.use({ contextOptions: { reducedMotion: "reduce" }, complaints: [/status of 404|ERR_FAILED/] });

const LANGUAGES = ["en", "zh"] as const;

for (const language of LANGUAGES) {
  for (const [place, open] of Object.entries(PLACES)) {
    test(`P52, S56: ${place}, in ${language}: accessible in every theme and width`, async ({ page, baseURL }) => {
      test.setTimeout(300_000);
      await speak(page, baseURL, language);
      await open(page, wordsIn(language));
      const found: string[] = [];
      for (const width of WIDTHS) {
        for (const theme of THEMES) {
          await look(page, width, theme);
          found.push(...(await violations(page)).map((line) => `${width} px, ${theme}: ${line}`));
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) found.push(`${width} px: the page is ${over} px too wide`);
      }
      expect(found).toEqual([]);
    });
  }
}
