"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import type { KeysAnswer } from "#lib/model/answers.ts";
import type { KeyView } from "./key-view.ts";
import { FailedBody } from "./late-parts.ts";
import { LoadingBody } from "./loading-body.tsx";

const NoMatches = lazy(() => import("./no-matches.tsx").then((module) => ({ default: module.NoMatches })));
const EmptyInstance = lazy(() => import("./empty-instance.tsx").then((module) => ({ default: module.EmptyInstance })));
const NothingRead = lazy(() => import("./nothing-read.tsx").then((module) => ({ default: module.NothingRead })));
const PastTheEnd = lazy(() => import("./past-the-end.tsx").then((module) => ({ default: module.PastTheEnd })));

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

/** What stands in the table when it is not simply full. Each comes when it is needed. */
export function TableBody(props: TableBodyProps) {
  return <Suspense>{partOf(props)}</Suspense>;
}

/** Empty, failed, loading and no match are four different things. */
function partOf({ view, answer, hasSources, onMissedPage }: TableBodyProps): ReactNode {
  const { data, error, isFetching, refetch } = answer;
  const { query } = view;
  if (error && !data) return <FailedBody error={error} onRetry={() => void refetch()} isBusy={isFetching} />;
  if (!data) return <LoadingBody />;
  if (data.rows.length > 0) return null;
  if (data.total > 0 && query.page <= Math.ceil(data.total / query.size)) return <LoadingBody />;
  if (data.total > 0) return <PastTheEnd view={view} total={data.total} onMissedPage={onMissedPage} />;
  if (!hasSources) return <EmptyInstance />;
  if (query.filters.length === 0 && query.judged === "yes") return <NothingRead data={data} />;
  return <NoMatches view={view} answer={data} />;
}
