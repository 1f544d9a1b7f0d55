"use client";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { ServerWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { Problem } from "#lib/model/problem.ts";

/** One failure: where, what it means, and what the cloud needs to find it again. */
export function ProblemItem({ problem, account }: { problem: Problem; account: string }) {
  const t = useWords();
  const { region, project, operation, code, message, requestId, at, count } = problem;
  return (
    <li className="border-line py-2.5 not-last:border-b">
      <p>
        <b>{account}</b> <code className="mono text-code break-all text-ink-2">{project ? `${region} · ${project}` : region}</code>
        <span className="float-right text-hint text-ink-3">
          <RelativeTime at={at} />
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
