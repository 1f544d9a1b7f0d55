"use client";
import { useEffect, useRef } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { JsonText } from "#components/ui/json-text.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { KeyDetail } from "#lib/model/key.ts";
import { GroupHead } from "../group-head.tsx";

interface RawAnswersProps {
  raw: KeyDetail["raw"];
  /** False while only the row is here. */
  isWhole: boolean;
  /** The operation whose answer the reader asked to see. */
  shown: string | null;
}

/** The cloud's own words, operation by operation, as they came. */
export function RawAnswers({ raw, isWhole, shown }: RawAnswersProps) {
  const t = useWords();
  const asked = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!shown) return;
    asked.current?.focus({ preventScroll: true });
    asked.current?.scrollIntoView({ block: "start" });
  }, [shown]);
  if (!isWhole) return <p className="py-3 text-ink-3">{t("panel.raw.loading")}</p>;
  const answers = Object.entries(raw);
  if (answers.length === 0) return <p className="py-3 text-ink-2">{t("panel.raw.none")}</p>;
  return answers.map(([operation, value]) => {
    const text = JSON.stringify(value, null, 2);
    return (
      <section key={operation} ref={operation === shown ? asked : undefined} tabIndex={-1} aria-label={operation} className="outline-none">
        <div className="flex items-center">
          <GroupHead title={operation} />
          <span className="ml-auto">
            <CopyButton text={text} what={t("panel.raw.answer", { operation })} />
          </span>
        </div>
        <JsonText text={text} label={t("panel.raw.label", { operation })} className="rounded-control bg-sunken px-3 py-2.5" />
      </section>
    );
  });
}
