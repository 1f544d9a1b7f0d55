"use client";
import { CircleAlert, RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Notice } from "#components/ui/notice.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import { ApiError } from "#lib/client/api-error.ts";

/** Unknown and not yours are the same words. */
export function KeyNotFound({ closed }: { closed: string }) {
  const t = useWords();
  return (
    <div role="status" className="flex flex-col items-center gap-1.5 px-4 py-16 text-center">
      <h2 className="text-section font-strong">{t("panel.not-found")}</h2>
      <p className="mb-2.5 text-ink-2">{t("panel.not-found.lead")}</p>
      <SoftLink href={closed} className={buttonClass("secondary")}>
        {t("panel.back")}
      </SoftLink>
    </div>
  );
}

export function PanelFailed({ error, onRetry, isBusy }: { error: Error; onRetry: () => void; isBusy: boolean }) {
  const t = useWords();
  const { code, requestId } = error instanceof ApiError ? error : { code: "internal", requestId: null };
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert" title={t("panel.failed")}>
      <p>
        <ErrorWords error={error} />
      </p>
      <p className="mono mb-2 text-code break-all">
        {code}
        {requestId && ` · ${t("request.id", { id: requestId })}`}
      </p>
      <Button size="sm" icon={RefreshCw} onClick={onRetry} disabled={isBusy}>
        {t("retry")}
      </Button>
    </Notice>
  );
}

export function PanelLoading() {
  const t = useWords();
  return (
    <div role="status" className="flex animate-pulse flex-col gap-3">
      <span className="sr-only">{t("panel.loading")}</span>
      {["w-3/5", "w-4/5", "w-2/5", "w-full", "w-full", "w-3/4"].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: six bars
        <span key={index} aria-hidden="true" className={`h-3 rounded-token bg-line ${width}`} />
      ))}
    </div>
  );
}
