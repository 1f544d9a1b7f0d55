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
  /** A few words for "nobody asked yet". */
  unasked: string;
  children: (value: T) => ReactNode;
}

/** One answer that is no column, under its title: what was told and by which call, or the square with its reason, code and request id. */
export function ToldPart<T>({ title, told, unasked, children }: ToldPartProps<T>) {
  const t = useWords();
  const refused = "absent" in told && (told.absent === "denied" || told.absent === "failed");
  return (
    <section>
      <header className="flex items-baseline gap-3 pt-[11px] pb-[3px]">
        <h3 className="text-hint font-strong whitespace-nowrap">{title}</h3>
        {told.fact && (
          <span className={`mono ml-auto text-right text-id leading-4 tracking-mono break-words ${refused ? "text-warn" : "text-ink-3"}`}>
            {told.fact.operation} · <RelativeTime at={told.fact.at} align="right" />
          </span>
        )}
      </header>
      {"absent" in told ? (
        <>
          <Gap reason={told.absent} />
          <span className="block pb-[3px] pl-[21px] text-second leading-note text-ink-3">
            {told.absent === "pending" && !told.note && unasked}
            {told.note && (refused ? <span className="mono text-id break-all">{told.note}</span> : <ServerWords text={told.note} word={`note.${told.note}`} />)}
            {refused && told.fact?.requestId && (
              <>
                {" "}
                · {t("request")} <span className="mono text-id break-all">{told.fact.requestId}</span>
              </>
            )}
          </span>
        </>
      ) : (
        children(told.value)
      )}
    </section>
  );
}
