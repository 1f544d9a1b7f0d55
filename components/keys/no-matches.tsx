"use client";
import { buttonClass } from "#components/ui/button-class.ts";
import { isLowerBound } from "#components/coverage/coverage-words.ts";
import { countOf, formatCount } from "#components/ui/format-count.ts";
import { SoftLink } from "#components/ui/soft-link.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { withoutFilter, withoutFilters } from "#lib/query/edit-query.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { hrefOf } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";
import { BodyMessage } from "./body-message.tsx";
import { fieldWords } from "./words.ts";

/** The filter whose loss brings back the most keys: a facet is counted without its own field's filter. */
function bestToDrop({ query }: KeyView, { facets }: KeysAnswer): { field: QueryField; count: number } | null {
  const counted = query.filters.map(({ field }) => ({ field, count: (facets[field] ?? []).reduce((sum, { count }) => sum + count, 0) }));
  return counted.reduce<{ field: QueryField; count: number } | null>((best, each) => (each.count > (best?.count ?? 0) ? each : best), null);
}

/** No row passed: which filter to let go, and whether what was not read could hold a match. */
export function NoMatches({ view, answer }: { view: KeyView; answer: KeysAnswer }) {
  const { query, href } = view;
  const drop = bestToDrop(view, answer);
  const { unread } = answer.coverage;
  return (
    <BodyMessage
      title={unread > 0 ? "No key matches among those that were read" : "No key matches"}
      actions={
        <>
          {drop && (
            <SoftLink href={href(withoutFilter(query, drop.field))} className={buttonClass("secondary")}>
              Drop {fieldWords(drop.field).toLowerCase()}
            </SoftLink>
          )}
          {query.filters.length > 0 && (
            <SoftLink href={hrefOf(withoutFilters(query))} className={buttonClass("quiet")}>
              Clear {countOf(query.filters.length, "filter")}
            </SoftLink>
          )}
        </>
      }
    >
      {unread > 0 && `${countOf(unread, "source is", "sources are")} unread, so a match may exist there. `}
      {drop &&
        `Without the ${fieldWords(drop.field).toLowerCase()} filter, ${formatCount(drop.count, isLowerBound(answer.coverage))} ${drop.count === 1 ? "key matches" : "keys match"}.`}
      {answer.undecided > 0 && ` ${countOf(answer.undecided, "key")} could not be judged.`}
    </BodyMessage>
  );
}
