"use client";
import type { ReactNode } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { ServerWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { Told } from "#lib/model/told.ts";
import { Gap } from "./gap.tsx";

interface ToldPartProps<T> {
  title: string;
  told: Told<T>;
  /** True while the cloud is being asked. */
  isAsking: boolean;
  /** The answer in a word or two: "3", "none". */
  summary: (value: T) => string;
  children: (value: T) => ReactNode;
}

/**
 * One answer that is no column: a line with what was told in short, or the square with its reason, that opens to the whole of it. It is one line
 * before the answer and after it, so that nothing moves when it comes.
 */
export function ToldPart<T>({ title, told, isAsking, summary, children }: ToldPartProps<T>) {
  const t = useWords();
  const waits = "absent" in told && told.absent === "pending" && told.note === null;
  if (waits) {
    return (
      <section className="flex min-h-7 items-center gap-3">
        <h3 className="text-hint font-strong">{title}</h3>
        <span className="ml-auto text-hint text-ink-3">{t(isAsking ? "panel.asking" : "extras.unasked")}</span>
      </section>
    );
  }
  return (
    <details className="group/part">
      <summary className="flex min-h-7 items-center gap-3">
        <h3 className="text-hint font-strong">
          <span aria-hidden="true" className="mr-1 inline-block text-ink-3 transition-transform group-open/part:rotate-90">
            ›
          </span>
          {title}
        </h3>
        <span className="ml-auto text-hint">{"absent" in told ? <Gap reason={told.absent} /> : summary(told.value)}</span>
      </summary>
      <div className="pb-2 pl-3">
        {"absent" in told ? <Why told={told} /> : children(told.value)}
        {told.fact && (
          <p className="mono pt-1 text-id leading-4 tracking-mono break-words text-ink-3">
            {told.fact.operation} · <RelativeTime at={told.fact.at} />
            {told.fact.requestId && (
              <>
                {" · "}
                <span className="font-sans">{t("request")}</span> <span className="break-all">{told.fact.requestId}</span>
              </>
            )}
          </p>
        )}
      </div>
    </details>
  );
}

function Why({ told: { absent, note } }: { told: Extract<Told<unknown>, { absent: unknown }> }) {
  const t = useWords();
  const isCode = absent === "denied" || absent === "failed";
  return (
    <p className="text-second leading-note text-ink-3">
      {note && (isCode ? <span className="mono text-id break-all">{note}</span> : <ServerWords text={note} />)}
      {absent === "denied" && <span className="block">{t("gap.denied")}</span>}
    </p>
  );
}
