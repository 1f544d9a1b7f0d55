"use client";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { Sentence, useFormat, useWords } from "#components/ui/words.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import type { KeyView } from "./key-view.ts";

/** "1,042+ matches · 41 more could not be judged", the latter as a link to exactly those. */
export function Hits({ view, answer, isPartial }: { view: KeyView; answer: KeysAnswer; isPartial: boolean }) {
  const t = useWords();
  const format = useFormat();
  const { query, href } = view;
  return (
    <>
      <span>
        <Sentence text={t("hits.matches", { count: answer.total, shown: format.count(answer.total, isPartial) })} strong="text-ink" />
      </span>
      {query.judged === "yes" && answer.undecided > 0 && (
        <SoftLink href={href({ ...query, judged: "undecided", page: 1, cursor: null })} className="rounded-token text-accent hover:underline phone:py-3">
          · {t("hits.undecided", { count: answer.undecided })}
        </SoftLink>
      )}
    </>
  );
}
