import type { ChartRow } from "#components/charts/chart-look.ts";
import type { Format } from "#components/ui/make-format.ts";
import type { Overview } from "#lib/model/overview.ts";
import type { Translate } from "#lib/words/translate.ts";
import { keysHref, type PlaceView } from "./place-view.ts";
import { shareOf } from "./share-of.ts";
import { valueLook } from "./value-look.ts";

/** Keys by age, young ones first; those without a time last. */
export function ageRows({ ages, total }: Overview, view: PlaceView, t: Translate, format: Format, isPartial: boolean): ChartRow[] {
  return ages.map(({ from, to, absent, count, query }, i): ChartRow => {
    const span = `overview.age.${i}`;
    return {
      key: query,
      label: absent ? t(`value.${absent}`) : t.knows(span) ? t(span) : `${from ?? ""}..${to ?? ""}`,
      count,
      shown: format.count(count, isPartial),
      share: shareOf(count, total),
      href: keysHref(view, `${query}&sort=-created`),
      look: absent ? valueLook("created", absent, true) : "ink",
    };
  });
}
