"use client";
import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { partWords } from "#components/keys/words.ts";
import { CloudTile } from "#components/shell/clouds.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ErrorWords, ServerWords } from "#components/ui/server-words.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import type { Account, CheckReport } from "#lib/model/account.ts";
import { darkParts, verdictOf } from "../verdict.ts";
import { VerdictMark } from "../verdict-mark.tsx";
import type { CheckState } from "./use-checks.ts";

interface CheckRowProps {
  account: Account;
  state: CheckState | undefined;
  isChosen: boolean;
  isBusy: boolean;
  onChoose: (isChosen: boolean) => void;
}

/** One account: chosen or not, and what its check said. */
export function CheckRow({ account, state, isChosen, isBusy, onChoose }: CheckRowProps) {
  const t = useWords();
  const report = state?.at === "done" ? state.report : null;
  const isBad = state?.at === "failed" || (report !== null && !report.ok);
  return (
    <tr data-bad={isBad || undefined}>
      <th scope="row">
        <span className="flex gap-2.5">
          <label className="-my-0.5 grid size-6 shrink-0 place-items-center touch:-my-3 touch:-mr-1.5 touch:-ml-3 touch:size-11">
            <input
              type="checkbox"
              checked={isChosen}
              disabled={isBusy}
              onChange={(event) => onChoose(event.target.checked)}
              aria-label={t("checks.one", { name: account.name })}
              className="size-3.5 accent-accent-fill"
            />
          </label>
          <CloudTile id={account.cloud} className="mt-0.5" />
          <PageLink href={`/accounts/${account.id}`} className="min-w-0 font-strong break-words hover:underline">
            <bdi>{account.name}</bdi>
          </PageLink>
        </span>
      </th>
      <td className="phone:text-right">
        <Outcome state={state} />
      </td>
      <td className={`whole text-ink-2 ${isBad ? "" : "phone:hidden"}`}>
        {state?.at === "failed" ? <ErrorWords error={state.error} /> : report && <Dark report={report} problem={account.problem} />}
      </td>
      <td className={`whole text-ink-2 ${report?.excess.length ? "" : "phone:hidden"}`}>{report && <Excess report={report} />}</td>
    </tr>
  );
}

function Outcome({ state }: { state: CheckState | undefined }) {
  const t = useWords();
  const line = (mark: ReactNode, words: string, look = "") => (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${look}`}>
      {mark}
      {words}
    </span>
  );
  if (!state) return line(null, t("checks.not-yet"), "text-ink-3");
  if (state.at === "waiting") return line(null, t("checks.waiting"), "text-ink-3");
  if (state.at === "running") return line(<Icon of={LoaderCircle} size={15} className="text-accent motion-safe:animate-spin" />, t("check.busy"));
  if (state.at === "failed") return line(<VerdictMark verdict="broken" />, t("checks.failed"));
  const verdict = verdictOf(state.report);
  return line(<VerdictMark verdict={verdict} />, t(`check.${verdict}`));
}

/** What stays unknown, in one or two lines; the account's own page has it by action. */
function Dark({ report, problem }: { report: CheckReport; problem: Account["problem"] }) {
  const t = useWords();
  const { parts, regions } = darkParts(report);
  if (parts.length === 0 && regions.length === 0) return report.ok ? <span className="text-ink-3">-</span> : t("checks.who");
  // Without an identity the account's own problem is the cause, and what its regions say only follows from it.
  const cause = report.identity === null && problem ? problem : report.regions.find(({ message }) => message);
  const everything = verdictOf(report) === "broken" ? cause : undefined;
  return (
    <>
      {everything?.message && (
        <span className="block">
          <ServerWords text={everything.message} word={`problem.${everything.code}`} />
        </span>
      )}
      {!everything && parts.length > 0 && <span className="block">{parts.map((name) => partWords(name, t)).join(t("list.and"))}</span>}
      {regions.length > 0 && (
        <span className="block">
          <Sentence text={t("checks.regions")} slots={{ regions: <code className="mono text-code tracking-mono">{regions.join(" ")}</code> }} />
        </span>
      )}
    </>
  );
}

function Excess({ report }: { report: CheckReport }) {
  if (report.excess.length === 0) return <span className="text-ink-3">-</span>;
  return report.excess.map(({ right, message }) => (
    <span key={right} className="block">
      <code className="mono text-code break-all text-warn">{right}</code>
      <span className="block text-hint text-ink-3">
        <ServerWords text={message} />
      </span>
    </span>
  ));
}
