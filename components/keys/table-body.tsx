"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
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
  const t = useWords();
  const isRead = data.coverage.read > 0 && data.coverage.unread === 0;
  return <BodyMessage title={t("body.empty")}>{t(isRead ? "body.empty.read" : "body.empty.unread")}</BodyMessage>;
}

/** A page past the end: the last one is shown, and it is said. */
function PastTheEnd({ view, total, onMissedPage }: { view: KeyView; total: number; onMissedPage: (missed: MissedPage) => void }) {
  const t = useWords();
  const { query, href } = view;
  const last = Math.ceil(total / query.size);
  const target = href({ ...query, page: last });
  useEffect(() => {
    announce(t("body.no-page.announce", { page: query.page, last }));
    // Next listens to the history only after the effects of its first render: the address would change, and nobody would read it.
    const timer = setTimeout(() => {
      onMissedPage({ page: query.page, request: keyView(new URL(target, window.location.href).search).request });
      window.history.replaceState(null, "", target);
    });
    return () => clearTimeout(timer);
  }, [query.page, last, target, onMissedPage, t]);
  const link = (
    <SoftLink href={target} className="text-accent underline">
      {t("body.no-page.link", { page: last })}
    </SoftLink>
  );
  return (
    <BodyMessage title={t("body.no-page", { page: query.page })}>
      <Sentence text={t("body.no-page.last")} slots={{ page: link }} />
    </BodyMessage>
  );
}
