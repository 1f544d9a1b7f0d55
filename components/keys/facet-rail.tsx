"use client";
import type { Facets } from "#lib/model/answers.ts";
import { filterOf, withoutFilter } from "#lib/query/edit-query.ts";
import { FacetGroup } from "./facet-group.tsx";
import { facetOptions, isWorthShowing } from "./facet-options.ts";
import type { FacetNames } from "./facet-options.ts";
import { RAIL_FACETS } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";
import { fieldWords } from "./words.ts";

/** All facets that divide the list, in the order in which a reader narrows it. */
export function FacetRail({ view, facets, names }: { view: KeyView; facets: Facets; names: FacetNames }) {
  return RAIL_FACETS.map((field) => {
    const counts = facets[field] ?? [];
    if (!isWorthShowing(view, field, counts)) return null;
    const cleared = filterOf(view.query, field) ? view.href(withoutFilter(view.query, field)) : null;
    return <FacetGroup key={field} title={fieldWords(field)} options={facetOptions(view, field, counts, names)} cleared={cleared} />;
  });
}
