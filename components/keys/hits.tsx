"use client";
import { formatCount } from "#components/ui/format-count.ts";
import { SoftLink } from "#components/ui/soft-link.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import type { KeyView } from "./key-view.ts";

/** "1,042+ matches · 41 more could not be judged", the latter as a link to exactly those. */
export function Hits({ view, answer, isPartial }: { view: KeyView; answer: KeysAnswer; isPartial: boolean }) {
  const { query, href } = view;
  return (
    <>
      <span>
        <b className="text-ink">{formatCount(answer.total, isPartial)}</b> {answer.total === 1 ? "match" : "matches"}
      </span>
      {query.judged === "yes" && answer.undecided > 0 && (
        <SoftLink href={href({ ...query, judged: "undecided", page: 1, cursor: null })} className="rounded-token text-accent hover:underline phone:py-3">
          · {formatCount(answer.undecided)} more could not be judged
        </SoftLink>
      )}
    </>
  );
}
