"use client";
import { RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardHead } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Strip } from "#components/ui/strip.tsx";
import { ErrorWords, ServerWords } from "#components/ui/server-words.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import { ApiError } from "#lib/client/api-error.ts";
import type { CheckReport } from "#lib/model/account.ts";
import { CheckTable } from "./check-table.tsx";
import { verdictOf } from "./verdict.ts";
import { VerdictMark } from "./verdict-mark.tsx";

interface CheckCardProps {
  report: CheckReport | undefined;
  error: Error | null;
  isBusy: boolean;
  onCheck: () => void;
}

/** The preflight: each action allowed or denied, each region read or not, and which columns go dark. */
export function CheckCard({ report, error, isBusy, onCheck }: CheckCardProps) {
  const t = useWords();
  const allowed = report?.actions.filter(({ result }) => result === "allowed").length ?? 0;
  const read = report?.regions.filter(({ result }) => result === "read").length ?? 0;
  const dark = report?.regions.filter(({ result }) => result === "denied" || result === "failed").length ?? 0;
  const words = report
    ? t("check.sum", { allowed, actions: report.actions.length, seconds: (report.durationMs / 1000).toFixed(1) })
    : t(isBusy ? "check.asking" : "check.aside");
  return (
    <Card>
      <CardHead
        title={t("check.title")}
        aside={words}
        action={
          <>
            {report && (
              <span className="flex items-center gap-2 text-ink-2">
                <Strip counts={{ full: read, outline: 0, hatch: dark, thin: report.regions.length - read - dark }} />
                {t("check.regions", { read, regions: report.regions.length })}
              </span>
            )}
            <Button size="sm" icon={RefreshCw} disabled={isBusy} onClick={onCheck}>
              {t(isBusy ? "check.busy" : report ? "check.again" : "check.start")}
            </Button>
          </>
        }
      />
      <div aria-live="polite">
        {error && !isBusy && (
          <Notice tone="danger" role="alert" title={t("check.failed")} className="m-3.5">
            <p>
              <ErrorWords error={error} />
            </p>
            {error instanceof ApiError && (
              <p className="mono text-code break-all">
                {[error.code, error.requestId && t("request.id", { id: error.requestId })].filter(Boolean).join(" · ")}
              </p>
            )}
          </Notice>
        )}
        {report && <Verdict report={report} />}
      </div>
      {report && report.excess.length > 0 && (
        <Notice tone="warn" title={t("check.excess")} className="m-3.5">
          <ul>
            {report.excess.map(({ right, message }) => (
              <li key={right}>
                <code className="mono text-code break-all">{right}</code> <ServerWords text={message} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {report && <CheckTable report={report} />}
      {!report && !error && <p className="px-3.5 py-4 text-ink-2">{t(isBusy ? "check.lead.busy" : "check.lead")}</p>}
    </Card>
  );
}

function Verdict({ report }: { report: CheckReport }) {
  const t = useWords();
  const verdict = verdictOf(report);
  return (
    <div className="flex items-center gap-3 border-b border-line px-3.5 py-3">
      <VerdictMark verdict={verdict} size={18} />
      <div className="min-w-0">
        <p className="font-strong">{t(`check.${verdict}`)}</p>
        <p className="text-hint text-ink-3">
          {report.identity ? (
            <Sentence text={t("check.who")} slots={{ principal: <code className="mono break-all text-ink-2">{report.identity.principal}</code> }} />
          ) : (
            t("check.nobody")
          )}
        </p>
      </div>
    </div>
  );
}
