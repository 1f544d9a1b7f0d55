"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { keyView } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";
import { BodyMessage } from "./body-message.tsx";
import { FailedBody, LoadingBody } from "./table-states.tsx";

const NoMatches = lazy(() => import("./no-matches.tsx").then((module) => ({ default: module.NoMatches })));
const EmptyInstance = lazy(() => import("./empty-instance.tsx").then((module) => ({ default: module.EmptyInstance })));

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
export function TableBody({ view, answer, hasSources, onMissedPage }: TableBodyProps) {
  const { data, error, isFetching, refetch } = answer;
  if (error && !data) return <FailedBody error={error} onRetry={() => void refetch()} isBusy={isFetching} />;
  if (!data) return <LoadingBody />;
  if (data.rows.length > 0) return null;
  if (data.total > 0 && view.query.page <= Math.ceil(data.total / view.query.size)) return <LoadingBody />;
  if (data.total > 0) return <PastTheEnd view={view} total={data.total} onMissedPage={onMissedPage} />;
  if (!hasSources) {
    return (
      <Suspense>
        <EmptyInstance />
      </Suspense>
    );
  }
  if (view.query.filters.length === 0 && view.query.judged === "yes") return <NothingRead data={data} />;
  return (
    <Suspense>
      <NoMatches view={view} answer={data} />
    </Suspense>
  );
}

function NothingRead({ data }: { data: KeysAnswer }) {
  const isRead = data.coverage.read > 0 && data.coverage.unread === 0;
  return (
    <BodyMessage title="No keys">
      {isRead ? "Every source was read, and none of them holds a key." : "The accounts are connected, but their keys were not read yet."}
    </BodyMessage>
  );
}

/** A page past the end: the last one is shown, and it is said. */
function PastTheEnd({ view, total, onMissedPage }: { view: KeyView; total: number; onMissedPage: (missed: MissedPage) => void }) {
  const { query, href } = view;
  const last = Math.ceil(total / query.size);
  const target = href({ ...query, page: last });
  useEffect(() => {
    announce(`There is no page ${query.page}. This is the last one, ${last}.`);
    // Next listens to the history only after the effects of its first render: the address would change, and nobody would read it.
    const timer = setTimeout(() => {
      onMissedPage({ page: query.page, request: keyView(new URL(target, window.location.href).search).request });
      window.history.replaceState(null, "", target);
    });
    return () => clearTimeout(timer);
  }, [query.page, last, target, onMissedPage]);
  return (
    <BodyMessage title={`There is no page ${query.page}`}>
      The last one is{" "}
      <SoftLink href={target} className="text-accent underline">
        page {last}
      </SoftLink>
      .
    </BodyMessage>
  );
}
