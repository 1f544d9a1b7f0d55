"use client";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { Fact, KeyDetail } from "#lib/model/key.ts";

/** Every answer of the cloud that these facts came from: operation, time and request id. */
export function Provenance({ facts }: { facts: KeyDetail["facts"] }) {
  const t = useWords();
  const format = useFormat();
  const answers = [...new Map(Object.values(facts).map((fact: Fact) => [`${fact.operation} ${fact.at} ${fact.requestId}`, fact])).values()];
  if (answers.length === 0) return null;
  return (
    <details open className="mt-3 border-t border-line">
      <summary className="flex items-baseline gap-1 pt-[11px] pb-[3px]">
        <h3 className="text-hint font-strong">{t("panel.provenance")}</h3>
        <span className="mono ml-auto text-id leading-4 text-ink-3">{t("panel.answers", { count: answers.length })}</span>
      </summary>
      <ul className="mono text-id tracking-id text-ink-2">
        {answers.map(({ operation, at, requestId }) => (
          <li key={`${operation} ${at}`} className="flex min-h-6 flex-wrap items-center gap-x-3">
            <span>{operation}</span>
            <time dateTime={at} className="text-ink-3">
              {format.clock(at)}
            </time>
            {requestId && (
              <span className="ml-auto inline-flex items-center break-all">
                {requestId}
                <CopyButton text={requestId} what={t("panel.request-id")} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
