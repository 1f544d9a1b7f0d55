import type { ChartRow } from "#components/charts/chart-look.ts";
import type { Translate } from "#lib/words/translate.ts";

/** The words of a card's toggle. */
export const chartWords = (title: string, t: Translate) => ({
  table: t("overview.table"),
  picture: t("overview.picture"),
  tableOf: t("overview.table.of", { title }),
});

/** A picture in one sentence: its largest parts, at most six. */
export function summaryOf(title: string, rows: readonly ChartRow[], t: Translate): string {
  const largest = rows.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  const parts = largest.slice(0, 6).map(({ label, shown, share }) => t("overview.summary.part", { label, shown, share }));
  return t("overview.summary", { title, parts: parts.join(t("list.half")) });
}
