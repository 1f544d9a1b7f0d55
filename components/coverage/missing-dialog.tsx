"use client";
import { buttonClass } from "#components/ui/button-class.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ServerWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Problem } from "#lib/model/problem.ts";
import type { Coverage } from "#lib/model/source.ts";
import { useAccountName } from "../sources/use-account-name.ts";

/** Everything that this list may lack: each failure with its operation, code and request id, and regions that nobody reads. */
export function MissingDialog({ coverage, onClose }: { coverage: Coverage; onClose: () => void }) {
  const t = useWords();
  const accountName = useAccountName();
  return (
    <Dialog
      title={t("coverage.missing")}
      wide
      onClose={onClose}
      foot={
        <PageLink href="/sources" className={buttonClass("secondary")}>
          {t("coverage.all-sources")}
        </PageLink>
      }
    >
      {coverage.problems.length > 0 && (
        <ul className="-mt-2">
          {coverage.problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems of one source may be alike in every part
            <ProblemItem key={index} problem={problem} account={accountName(problem.account)} />
          ))}
        </ul>
      )}
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

function ProblemItem({ problem, account }: { problem: Problem; account: string }) {
  const t = useWords();
  const { region, project, operation, code, message, requestId, at, count } = problem;
  return (
    <li className="border-line py-2.5 not-last:border-b">
      <p>
        <b>{account}</b> <code className="mono text-code break-all text-ink-2">{project ? `${region} · ${project}` : region}</code>
        <span className="float-right text-hint text-ink-3">
          <RelativeTime at={at} align="right" />
        </span>
      </p>
      <p className="text-ink-2">
        <ServerWords text={message} word={`problem.${code}`} />
        {count && count > 1 && ` ${t("coverage.times", { count })}`}
      </p>
      <p className="mono flex flex-wrap items-center gap-x-2 text-code break-all text-ink-3">
        <span>
          {operation} · <span className="text-warn">{code}</span>
        </span>
        {requestId && (
          <span className="inline-flex items-center">
            {t("request")} {requestId} <CopyButton text={requestId} what={t("panel.request-id")} />
          </span>
        )}
      </p>
    </li>
  );
}
