"use client";
import { useQuery } from "@tanstack/react-query";
import { fieldWords, valueWords } from "#components/keys/words.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { keysQuery } from "#lib/client/queries.ts";
import { FOREIGN_FACETS, foreignWords } from "#lib/query/foreign-words.ts";

const REQUEST = `facets=${FOREIGN_FACETS.join(",")}&size=25`;

/** Words of the clouds that have no common word yet: they stand in the table as the cloud wrote them, and here they are counted. */
export function ForeignWords() {
  const t = useWords();
  const format = useFormat();
  const { data } = useQuery(keysQuery(REQUEST));
  const words = data ? foreignWords(data.facets) : [];
  if (words.length === 0) return null;
  return (
    <p className="mt-3.5 text-ink-2">
      {t("sources.foreign")}{" "}
      {words.map(({ field, value, count }, i) => (
        <span key={`${field} ${value}`}>
          {i > 0 && " · "}
          <PageLink href={`/keys?${new URLSearchParams({ [field]: value })}`} className="text-accent underline">
            {fieldWords(field, t)} {valueWords(field, value, t)}
          </PageLink>{" "}
          ({format.count(count)})
        </span>
      ))}
    </p>
  );
}
