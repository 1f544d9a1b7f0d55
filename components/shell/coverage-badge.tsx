"use client";
import { useQuery } from "@tanstack/react-query";
import { countMarks } from "#components/sources/source-mark.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Strip } from "#components/ui/strip.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import { sourcesQuery } from "#lib/client/queries.ts";

/** "9 of 11 sources read · 4 min ago", in the top bar of every page. */
export function CoverageBadge() {
  const t = useWords();
  const { data: sources } = useQuery(sourcesQuery());
  if (!sources || sources.length === 0) return null;
  const marks = countMarks(sources);
  const oldest = sources.reduce<string | null>((best, { lastReadAt }) => (lastReadAt && (!best || lastReadAt < best) ? lastReadAt : best), null);
  return (
    <PageLink
      href="/sources"
      className="flex h-[30px] min-w-0 items-center gap-[9px] rounded-control px-2.5 whitespace-nowrap text-ink-2 hover:bg-sunken phone:h-11 phone:px-2 phone:leading-[15px] phone:whitespace-normal print-hide"
    >
      <Strip counts={marks} className="md:max-[900px]:hidden" />
      {/* The age goes first where words are long: onto a second line, which is not shown. */}
      <span className="md:flex md:h-[1lh] md:min-w-0 md:flex-wrap md:overflow-hidden">
        <span className="md:max-w-full md:truncate">
          <Sentence text={t("shell.read", { read: marks.full, sources: sources.length })} strong="text-ink" />
        </span>
        {oldest && (
          <span className="whitespace-pre max-xl:hidden">
            {" · "}
            <RelativeTime at={oldest} still />
          </span>
        )}
      </span>
    </PageLink>
  );
}
