"use client";
import { CircleAlert, RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Notice } from "#components/ui/notice.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { ApiError } from "#lib/client/api-error.ts";

/** Unknown and not yours are the same words. */
export function KeyNotFound({ closed }: { closed: string }) {
  return (
    <div role="status" className="flex flex-col items-center gap-1.5 px-4 py-16 text-center">
      <h2 className="text-section font-strong">Key not found</h2>
      <p className="mb-2.5 text-ink-2">No key with this ref is in the inventory, or it belongs to an account you may not see.</p>
      <SoftLink href={closed} className={buttonClass("secondary")}>
        Back to the list
      </SoftLink>
    </div>
  );
}

export function PanelFailed({ error, onRetry, isBusy }: { error: Error; onRetry: () => void; isBusy: boolean }) {
  const { code, requestId } = error instanceof ApiError ? error : { code: "internal", requestId: null };
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert" title="This key could not be loaded">
      <p>{error.message}</p>
      <p className="mono mb-2 text-code break-all">
        {code}
        {requestId && ` · request ${requestId}`}
      </p>
      <Button size="sm" icon={RefreshCw} onClick={onRetry} disabled={isBusy}>
        Retry
      </Button>
    </Notice>
  );
}

export function PanelLoading() {
  return (
    <div role="status" className="flex animate-pulse flex-col gap-3">
      <span className="sr-only">Loading key</span>
      {["w-3/5", "w-4/5", "w-2/5", "w-full", "w-full", "w-3/4"].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: six bars
        <span key={index} aria-hidden="true" className={`h-3 rounded-token bg-line ${width}`} />
      ))}
    </div>
  );
}
