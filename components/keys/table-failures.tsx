"use client";
import { CircleAlert, Copy, RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { ApiError } from "#lib/client/api-error.ts";

/** A list that could not be loaded: in the body of the table, with the cause. Never the empty state. */
export function FailedBody({ error, onRetry, isBusy }: { error: Error; onRetry: () => void; isBusy: boolean }) {
  const t = useWords();
  const format = useFormat();
  const { code, requestId, at } = error instanceof ApiError ? error : { code: "internal", requestId: null, at: null };
  const lines = [
    ["body.reason", error.message],
    ["body.code", code],
    ["body.request", requestId],
    ["body.at", at && format.moment(at)],
  ] as const;
  const known = lines.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert" title={t("body.failed")} className="m-4 phone:m-3.5">
      <dl className="mt-1.5 mb-2 grid grid-cols-[84px_1fr] gap-x-2">
        {known.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt>{t(name)}</dt>
            <dd className={name === "body.code" || name === "body.request" ? "mono text-code text-ink" : "text-ink"}>
              {name === "body.reason" ? <ErrorWords error={error} /> : value}
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex gap-2">
        <Button size="sm" icon={RefreshCw} onClick={onRetry} disabled={isBusy}>
          {t("retry")}
        </Button>
        <CopyButton words={t("body.copy")} what={t("body.details")} icon={Copy} text={known.map(({ name, value }) => `${t(name)}: ${value}`).join("\n")} />
      </div>
    </Notice>
  );
}

/** The rows on the page are older than they should be: what was there stays, and it is said. */
export function RefreshFailed({ error, onRetry, isBusy }: { error: Error; onRetry: () => void; isBusy: boolean }) {
  const t = useWords();
  const details = error instanceof ApiError ? [error.code, error.requestId && t("request.id", { id: error.requestId })].filter(Boolean).join(" · ") : null;
  return (
    <Notice
      tone="warn"
      icon={CircleAlert}
      role="alert"
      title={t("body.stale")}
      className="mx-4 my-2 phone:mx-3.5"
      action={
        <Button size="sm" icon={RefreshCw} onClick={onRetry} disabled={isBusy}>
          {t("retry")}
        </Button>
      }
    >
      <ErrorWords error={error} /> {details && <span className="mono text-code break-all">{details}</span>}
    </Notice>
  );
}
