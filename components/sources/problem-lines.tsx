"use client";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { ServerWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

interface Shown {
  operation: string;
  code: string;
  message: string;
  requestId: string | null;
  at: string;
}

/** A failure in two lines: what it means, and the words that the cloud's support asks for. */
export function ProblemLines({ problem: { operation, code, message, requestId, at } }: { problem: Shown }) {
  const t = useWords();
  return (
    <>
      <span className="block">
        <ServerWords text={message} word={`problem.${code}`} />
      </span>
      <span className="mono flex flex-wrap items-center gap-x-2 text-id leading-4 tracking-mono break-all text-ink-3">
        <span>
          {operation} · <span className="text-warn">{code}</span>
        </span>
        {requestId && (
          <span className="inline-flex items-center">
            {t("request")} {requestId} <CopyButton text={requestId} what={t("panel.request-id")} />
          </span>
        )}
        <RelativeTime at={at} />
      </span>
    </>
  );
}
