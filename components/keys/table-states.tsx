"use client";
import { CircleAlert, Copy, RefreshCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { formatMoment } from "#components/ui/format-time.ts";
import { Notice } from "#components/ui/notice.tsx";
import { ApiError } from "#lib/client/api-error.ts";

/** A list that could not be loaded: in the body of the table, with the cause. Never the empty state. */
export function FailedBody({ error, onRetry, isBusy }: { error: Error; onRetry: () => void; isBusy: boolean }) {
  const { code, requestId, at } = error instanceof ApiError ? error : { code: "internal", requestId: null, at: null };
  const lines: [string, string | null][] = [
    ["Reason", error.message],
    ["Code", code],
    ["Request", requestId],
    ["At", at && formatMoment(at)],
  ];
  const known = lines.filter((line): line is [string, string] => line[1] !== null);
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert" title="Keys could not be loaded" className="m-4 phone:m-3.5">
      <dl className="mt-1.5 mb-2 grid grid-cols-[84px_1fr] gap-x-2">
        {known.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className={name === "Code" || name === "Request" ? "mono text-code text-ink" : "text-ink"}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex gap-2">
        <Button size="sm" icon={RefreshCw} onClick={onRetry} disabled={isBusy}>
          Retry
        </Button>
        <CopyButton words="Copy details" what="details" icon={Copy} text={known.map((line) => line.join(": ")).join("\n")} />
      </div>
    </Notice>
  );
}

/** The rows on the page are older than they should be: what was there stays, and it is said. */
export function RefreshFailed({ error, onRetry, isBusy }: { error: Error; onRetry: () => void; isBusy: boolean }) {
  const details = error instanceof ApiError ? [error.code, error.requestId && `request ${error.requestId}`].filter(Boolean).join(" · ") : null;
  return (
    <Notice
      tone="warn"
      icon={CircleAlert}
      role="alert"
      title="The rows could not be brought up to date"
      className="mx-4 my-2 phone:mx-3.5"
      action={
        <Button size="sm" icon={RefreshCw} onClick={onRetry} disabled={isBusy}>
          Retry
        </Button>
      }
    >
      {error.message} {details && <span className="mono text-code break-all">{details}</span>}
    </Notice>
  );
}

const BARS = ["w-[62%]", "w-[78%]", "w-[54%]", "w-[70%]", "w-[60%]", "w-[74%]"];

/** Bars at the final height of rows while the first rows come. */
export function LoadingBody() {
  return (
    <div role="status" className="animate-pulse">
      <span className="sr-only">Loading keys</span>
      {Array.from({ length: 12 }, (_, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: twelve equal bars
          key={index}
          aria-hidden="true"
          className="grid h-10 grid-cols-[1.6fr_1fr_1fr_1fr] items-center gap-6 border-b border-line px-4 phone:h-[85px] phone:grid-cols-[1.6fr_1fr]"
        >
          {[0, 1, 2, 3].map((cell) => (
            <span key={cell} className={`h-[9px] rounded-token bg-line ${BARS[(index + cell) % BARS.length]} ${cell > 1 ? "phone:hidden" : ""}`} />
          ))}
        </div>
      ))}
    </div>
  );
}
