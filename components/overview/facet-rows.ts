import type { ChartRow } from "#components/charts/chart-look.ts";
import { valueWords } from "#components/keys/words.ts";
import type { Format } from "#components/ui/make-format.ts";
import type { Overview } from "#lib/model/overview.ts";
import { namesValue } from "#lib/query/edit-query.ts";
import { facetValue } from "#lib/query/facet-value.ts";
import { type QueryField, ruleOf } from "#lib/query/fields.ts";
import { formatFilter } from "#lib/query/format-value.ts";
import type { Translate } from "#lib/words/translate.ts";
import { keysHref, type PlaceView } from "./place-view.ts";
import { shareOf } from "./share-of.ts";
import { valueLook } from "./value-look.ts";

/** What is needed to say and draw the values of a field. */
export interface FacetWords {
  t: Translate;
  format: Format;
  /** A cloud or an account as it is called. */
  nameOf: (field: QueryField, value: string) => string | null;
  /** Whether there may be more keys of this value than were counted. */
  isPartial: (field: QueryField, value: string) => boolean;
}

/** Fields of which people look for the largest; the others stand in the order of their meaning. */
const BY_COUNT = new Set<QueryField>(["account", "region"]);

/** The values of one facet as parts of a picture. A value that the page's own filter picks is marked: its field is counted without that filter. */
export function facetRows(field: QueryField, overview: Overview, view: PlaceView, words: FacetWords): ChartRow[] {
  const counts = overview.facets[field] ?? [];
  const whole = counts.reduce((sum, { count }) => sum + count, 0);
  const picked = view.query.filters.find((filter) => filter.field === field);
  const rows = counts.map(({ value, count }): ChartRow => {
    const written = formatFilter({ field, negated: false, match: "equals", values: [facetValue(field, value)] });
    const isPicked = picked !== undefined && !picked.negated && namesValue(view.query, field, facetValue(field, value));
    return {
      key: value,
      label: words.nameOf(field, value) ?? valueWords(field, value, words.t),
      count,
      shown: words.format.count(count, words.isPartial(field, value)),
      share: shareOf(count, whole),
      href: keysHref(view, new URLSearchParams({ [field]: written }).toString()),
      look: isPicked ? "marked" : valueLook(field, value, ruleOf(field).fact !== null),
    };
  });
  return BY_COUNT.has(field) ? rows.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)) : rows;
}
