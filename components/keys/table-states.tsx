"use client";
import { CircleAlert, Copy, Plus, RefreshCw } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { formatMoment } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ApiError } from "#lib/client/api-error.ts";

/** Words in the middle of an empty table body. */
export function BodyMessage({ art, title, children, actions }: { art?: ReactNode; title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-[400px] flex-col items-center gap-1.5 px-5 py-12 text-center">
      {art}
      <h2 className="text-section font-strong">{title}</h2>
      <div className="text-ink-2">{children}</div>
      {actions && <div className="mt-2.5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

/** An instance without any account: why it is empty, and the one thing to do. */
export function EmptyInstance() {
  const mayOperate = useMayOperate();
  return (
    <BodyMessage
      art={<DashedGlobe />}
      title="No keys yet"
      actions={
        mayOperate && (
          <Link href="/accounts/new" prefetch={false} className={buttonClass("primary")}>
            <Icon of={Plus} />
            Connect an account
          </Link>
        )
      }
    >
      {mayOperate
        ? "Keyatlas has no account to read. Connect one with a read-only credential; the first keys show within seconds."
        : "There is no account that you may see. Connecting one needs the operator role."}
    </BodyMessage>
  );
}

function DashedGlobe() {
  return (
    <svg viewBox="0 0 56 56" fill="none" stroke="currentColor" strokeWidth="1.25" strokeDasharray="3.2 3" aria-hidden="true" className="size-[46px] text-ink-3">
      <circle cx="28" cy="28" r="24" />
      <ellipse cx="28" cy="28" rx="10" ry="24" />
      <path d="M4 28h48M8 16h40M8 40h40" />
    </svg>
  );
}

/** A list that could not be loaded: in the body of the table, with the cause. Never the empty state. */
export function FailedBody({ error, onRetry, isBusy }: { error: Error; onRetry: () => void; isBusy: boolean }) {
  const { code, requestId, at } = error instanceof ApiError ? error : { code: "internal", requestId: null, at: null };
  const lines: [string, string | null][] = [["Reason", error.message], ["Code", code], ["Request", requestId], ["At", at && formatMoment(at)]];
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

const BARS = ["w-[62%]", "w-[78%]", "w-[54%]", "w-[70%]", "w-[60%]", "w-[74%]"];

/** Bars at the final height of rows while the first rows come. */
export function LoadingBody() {
  return (
    <div role="status" className="animate-pulse">
      <span className="sr-only">Loading keys</span>
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: twelve equal bars
        <div key={index} aria-hidden="true" className="grid h-10 grid-cols-[1.6fr_1fr_1fr_1fr] items-center gap-6 border-b border-line px-4 phone:h-[85px] phone:grid-cols-[1.6fr_1fr]">
          {[0, 1, 2, 3].map((cell) => (
            <span key={cell} className={`h-[9px] rounded-token bg-line ${BARS[(index + cell) % BARS.length]} ${cell > 1 ? "phone:hidden" : ""}`} />
          ))}
        </div>
      ))}
    </div>
  );
}
