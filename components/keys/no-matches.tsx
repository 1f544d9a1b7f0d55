"use client";
import { buttonClass } from "#components/ui/button-class.ts";
import { isLowerBound } from "#components/coverage/coverage-words.ts";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { withoutFilter, withoutFilters } from "#lib/query/edit-query.ts";
import type { QueryField } from "#lib/query/fields.ts";
import { hrefOf } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";
import { BodyMessage } from "./body-message.tsx";
import { fieldWords, inSentence } from "./words.ts";

/** The filter whose loss brings back the most keys: a facet is counted without its own field's filter. */
function bestToDrop({ query }: KeyView, { facets }: KeysAnswer): { field: QueryField; count: number } | null {
  const counted = query.filters.map(({ field }) => ({ field, count: (facets[field] ?? []).reduce((sum, { count }) => sum + count, 0) }));
  return counted.reduce<{ field: QueryField; count: number } | null>((best, each) => (each.count > (best?.count ?? 0) ? each : best), null);
}

/** No row passed: which filter to let go, and whether what was not read could hold a match. */
export function NoMatches({ view, answer }: { view: KeyView; answer: KeysAnswer }) {
  const t = useWords();
  const format = useFormat();
  const { query, href } = view;
  const drop = bestToDrop(view, answer);
  const { unread } = answer.coverage;
  const dropped = drop ? inSentence(fieldWords(drop.field, t)) : "";
  return (
    <BodyMessage
      title={t(unread > 0 ? "none.title.read" : "none.title")}
      actions={
        <>
          {drop && (
            <SoftLink href={href(withoutFilter(query, drop.field))} className={buttonClass("secondary")}>
              {t("none.drop", { field: dropped })}
            </SoftLink>
          )}
          {query.filters.length > 0 && (
            <SoftLink href={hrefOf(withoutFilters(query))} className={buttonClass("quiet")}>
              {t("none.clear", { count: query.filters.length })}
            </SoftLink>
          )}
        </>
      }
    >
      {unread > 0 && t("none.unread", { count: unread })}
      {drop && t("none.without", { count: drop.count, field: dropped, shown: format.count(drop.count, isLowerBound(answer.coverage)) })}
      {answer.undecided > 0 && t("none.undecided", { count: answer.undecided })}
    </BodyMessage>
  );
}
