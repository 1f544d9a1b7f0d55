import { isPlaceField } from "../../query/place-fields.ts";
import type { KeyQuery } from "../../query/query.ts";
import { type Place, picksPlace } from "../picks-place.ts";

/**
 * The sources that a query asks for, and those beside them that only its facets count: a facet of a field of place leaves that field's own filter out, so its
 * counts are about places that the filter keeps away.
 */
export function pickSources<S extends Place>({ filters, facets }: Pick<KeyQuery, "filters" | "facets">, sources: readonly S[]): { picked: S[]; aside: S[] } {
  const counted = facets.filter(isPlaceField);
  const isAside = (source: S) =>
    counted.some((facet) =>
      picksPlace(
        filters.filter(({ field }) => field !== facet),
        source,
      ),
    );
  const [picked, others] = [sources.filter((source) => picksPlace(filters, source)), sources.filter((source) => !picksPlace(filters, source))];
  return { picked, aside: others.filter(isAside) };
}

/**
 * What a source beside them is asked for: whether its keys pass the filters that are not about places. None of its rows is shown, so no order and no other
 * facet needs it.
 */
export const asideQuery = (query: KeyQuery): KeyQuery => ({
  ...query,
  filters: query.filters.filter(({ field }) => !isPlaceField(field)),
  facets: [],
  sort: { field: "account", descending: false },
});
