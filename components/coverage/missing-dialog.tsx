"use client";
import { useQuery } from "@tanstack/react-query";
import { buttonClass } from "#components/ui/button-class.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { useWords } from "#components/ui/words.tsx";
import { sourcesQuery } from "#lib/client/queries.ts";
import type { Coverage } from "#lib/model/source.ts";
import { useAccountName } from "../sources/use-account-name.ts";
import { HideAffected } from "./hide-affected.tsx";
import { GROUP_WORDS, problemGroups, tallyOf } from "./problem-groups.ts";
import { ProblemItem } from "./problem-item.tsx";

/** Everything that this list may lack: each failure with its operation, code and request id, by what it costs, and regions that nobody reads. */
export function MissingDialog({ coverage, onClose }: { coverage: Coverage; onClose: () => void }) {
  const t = useWords();
  const accountName = useAccountName();
  const { data: sources = [] } = useQuery(sourcesQuery());
  // Totals are told by all sources that one may see: a list of some of them says nothing about the others.
  const { told, differing } = tallyOf(sources.length === coverage.sources ? sources : []);
  return (
    <Dialog
      title={t("coverage.missing")}
      wide
      onClose={onClose}
      foot={
        <>
          <HideAffected coverage={coverage} sources={sources} accountName={accountName} onFollow={onClose} />
          <PageLink href="/sources" className={buttonClass("secondary")}>
            {t("coverage.all-sources")}
          </PageLink>
        </>
      }
    >
      <p className="mb-3 text-ink-2">
        {t("coverage.listed", { held: coverage.held, read: coverage.read + coverage.stale })}
        {told > 0 && ` ${t("coverage.tally", { told, differing })}`}
      </p>
      {problemGroups(coverage.problems, sources).map(({ kind, problems }) => (
        <section key={kind} className="mt-3">
          <h3 className="font-strong">{t(GROUP_WORDS[kind])}</h3>
          <ul>
            {problems.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two problems of one source may be alike in every part
              <ProblemItem key={index} problem={problem} account={accountName(problem.account)} />
            ))}
          </ul>
        </section>
      ))}
      {coverage.unlisted === null && <p className="mt-3 text-ink-2">{t("coverage.undiscovered")}</p>}
      {coverage.unlisted !== null && coverage.unlisted.length > 0 && (
        <section className="mt-3">
          <h3 className="font-strong">{t("coverage.unlisted", { count: coverage.unlisted.length })}</h3>
          <p className="mb-1 text-ink-2">{t("coverage.unlisted.note")}</p>
          <ul className="flex flex-wrap gap-1">
            {coverage.unlisted.map(({ account, region, project }) => (
              <li key={`${account} ${region} ${project}`} className="mono rounded-token bg-sunken px-1.5 text-code">
                {accountName(account)} · {region}
                {project && ` · ${project}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
