"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, Suspense } from "react";
import { latePart } from "#components/ui/late-part.ts";
import { Later } from "#components/ui/later.tsx";
import shown from "#server/keys/shown-parts.ts";
import type { KeysAnswer } from "#lib/model/answers.ts";
import type { KeyView } from "./key-view.ts";
import { FailedBody } from "./late-parts.ts";
import { LoadingBody } from "./loading-body.tsx";

const NO_MATCHES = latePart(shown?.NoMatches, () => import("./no-matches.tsx").then((module) => module.NoMatches));
const EMPTY_INSTANCE = latePart(shown?.EmptyInstance, () => import("./empty-instance.tsx").then((module) => module.EmptyInstance));
const NOTHING_READ = latePart(shown?.NothingRead, () => import("./nothing-read.tsx").then((module) => module.NothingRead));
const PAST_THE_END = latePart(shown?.PastTheEnd, () => import("./past-the-end.tsx").then((module) => module.PastTheEnd));

/** A page past the end that the link asked for, and the request of the last one, which is shown in its place. */
export interface MissedPage {
  page: number;
  request: string;
}

interface TableBodyProps {
  view: KeyView;
  answer: UseQueryResult<KeysAnswer>;
  hasSources: boolean;
  onMissedPage: (missed: MissedPage) => void;
}

/** What stands in the table when it is not simply full. Empty, failed, loading and no match are four different things. */
export function TableBody({ view, answer, hasSources, onMissedPage }: TableBodyProps): ReactNode {
  const { data, error, isFetching, refetch } = answer;
  const { query } = view;
  if (error && !data) {
    return (
      <Suspense>
        <FailedBody error={error} onRetry={() => void refetch()} isBusy={isFetching} />
      </Suspense>
    );
  }
  if (!data) return <LoadingBody />;
  if (data.rows.length > 0) return null;
  if (data.total > 0 && query.page <= Math.ceil(data.total / query.size)) return <LoadingBody />;
  if (data.total > 0) return <Later key="past" of={PAST_THE_END} given={{ view, total: data.total, onMissedPage }} waits={false} />;
  if (!hasSources) return <Later key="new" of={EMPTY_INSTANCE} given={{}} waits={false} />;
  if (query.filters.length === 0 && query.judged === "yes") return <Later key="unread" of={NOTHING_READ} given={{ data }} waits={false} />;
  return <Later key="none" of={NO_MATCHES} given={{ view, answer: data }} waits={false} />;
}
