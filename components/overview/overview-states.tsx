"use client";
import { CircleAlert, Plus, RefreshCw } from "lucide-react";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import { ApiError } from "#lib/client/api-error.ts";

/** The numbers could not be had, or not anew: the cause, and the way to try again. Old numbers stay. */
export function OverviewFailed({ error, isOld, onRetry, isBusy }: { error: Error; isOld: boolean; onRetry: () => void; isBusy: boolean }) {
  const t = useWords();
  const details = error instanceof ApiError ? [error.code, error.requestId && t("request.id", { id: error.requestId })].filter(Boolean).join(" · ") : null;
  return (
    <Notice
      tone={isOld ? "warn" : "danger"}
      icon={CircleAlert}
      role="alert"
      title={t(isOld ? "overview.failed.refresh" : "overview.failed")}
      className="mb-3.5"
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

/** No account at all: why, and the one thing to do. */
export function OverviewEmpty() {
  const t = useWords();
  const mayOperate = useMayOperate();
  return (
    <Card className="flex flex-col items-center gap-1.5 px-5 py-12 text-center">
      <h2 className="text-section font-strong">{t("body.new")}</h2>
      <p className="mb-2.5 max-w-[400px] text-ink-2">{t(mayOperate ? "body.new.operator" : "body.new.viewer")}</p>
      {mayOperate && (
        <PageLink href="/accounts/new" className={buttonClass("primary")}>
          <Icon of={Plus} />
          {t("accounts.connect")}
        </PageLink>
      )}
    </Card>
  );
}

/** The places that the link names hold no source. */
export function OverviewNowhere() {
  const t = useWords();
  return (
    <Card className="flex flex-col items-center gap-1.5 px-5 py-12 text-center">
      <h2 className="text-section font-strong">{t("overview.none")}</h2>
      <p className="mb-2.5 max-w-[400px] text-ink-2">{t("overview.none.lead")}</p>
      <PageLink href="/overview" className={buttonClass("secondary")}>
        {t("overview.whole")}
      </PageLink>
    </Card>
  );
}

/** Frames at their final height while the numbers come. */
export function OverviewLoading() {
  const t = useWords();
  return (
    <div role="status" className="animate-pulse">
      <span className="sr-only">{t("overview.loading")}</span>
      <div aria-hidden="true" className="mb-3.5 h-[92px] rounded-card border border-line bg-surface" />
      <div aria-hidden="true" className="grid gap-3.5 lg:grid-cols-3">
        <div className="h-[390px] rounded-card border border-line bg-surface lg:col-span-2" />
        <div className="h-[390px] rounded-card border border-line bg-surface" />
      </div>
    </div>
  );
}
