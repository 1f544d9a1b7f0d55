import type { Cloud, NativeFilter } from "../../clouds/cloud.ts";
import type { KeyQuery } from "../../query/query.ts";

/**
 * What of a query the cloud can filter by itself: plain lists of values of the fields that it takes. A field that is counted as a facet is not pushed down,
 * since its facet needs the other values too, and nothing is when the undecided rows are wanted: only whole listings have those.
 */
export function nativeFilter(cloud: Pick<Cloud, "pushesDown">, query: KeyQuery): NativeFilter {
  if (query.judged === "undecided") return {};
  return Object.fromEntries(
    query.filters.flatMap(({ field, negated, match, values }) => {
      const texts = values.flatMap((value) => (value.kind === "text" ? [value.text] : []));
      const isPlain = !negated && match === "equals" && texts.length === values.length;
      return isPlain && cloud.pushesDown.includes(field) && !query.facets.includes(field) ? [[field, texts]] : [];
    }),
  );
}
