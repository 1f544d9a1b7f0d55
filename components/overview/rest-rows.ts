import type { ChartRow } from "#components/charts/chart-look.ts";
import { facetValue } from "#lib/query/facet-value.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { formatFilter } from "#lib/query/format-value.ts";
import { keysHref, type PlaceView } from "./place-view.ts";

/** So many bars are drawn; the others are one line. */
export const MOST_BARS = 9;

/** Everything but the values that have a bar. */
export function restHref(view: PlaceView, field: QueryField, shown: readonly Pick<ChartRow, "key">[]): string {
  const written = formatFilter({ field, negated: true, match: "equals", values: shown.map(({ key }) => facetValue(field, key)) });
  return keysHref(view, new URLSearchParams({ [field]: written }).toString());
}
