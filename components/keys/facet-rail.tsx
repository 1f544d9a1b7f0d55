"use client";
import { useWords } from "#components/ui/words.tsx";
import type { Facets } from "#lib/model/answers.ts";
import { filterOf, withoutFilter } from "#lib/query/edit-query.ts";
import { FacetGroup } from "./facet-group.tsx";
import { facetOptions, isWorthShowing } from "./facet-options.ts";
import type { FacetNames } from "./facet-options.ts";
import { RAIL_FACETS } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";
import { fieldWords } from "./words.ts";

interface FacetRailProps {
  view: KeyView;
  facets: Facets;
  names: FacetNames;
  /** What was counted is not all there is. */
  isPartial: boolean;
  /** In a sheet for fingers, what can be done with a value stands in its row. */
  inSheet?: boolean;
}

/** All facets that divide the list, in the order in which a reader narrows it. */
export function FacetRail({ view, facets, names, isPartial, inSheet = false }: FacetRailProps) {
  const t = useWords();
  return RAIL_FACETS.map((field) => {
    const counts = facets[field] ?? [];
    if (!isWorthShowing(view, field, counts)) return null;
    const cleared = filterOf(view.query, field) ? view.href(withoutFilter(view.query, field)) : null;
    const options = facetOptions(view, field, counts, names, isPartial);
    return <FacetGroup key={field} title={fieldWords(field, t)} view={view} field={field} options={options} cleared={cleared} inSheet={inSheet} />;
  });
}
