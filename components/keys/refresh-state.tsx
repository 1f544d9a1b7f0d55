"use client";
import { useEffect, useState } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";

/** A refresh that takes longer than this is said to be under way; ms. */
const SLOW_MS = 1_000;

/** When the rows were last brought up to date, and that they are being brought so now, where that takes long. */
export function RefreshState({ isFetching, updatedAt }: { isFetching: boolean; updatedAt: number }) {
  const t = useWords();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = isFetching && setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      if (timer) clearTimeout(timer);
      setSlow(false);
    };
  }, [isFetching]);
  if (isSlow) return <p className="whitespace-nowrap">{t("rows.refreshing")}</p>;
  if (updatedAt === 0) return null;
  return (
    <p className="whitespace-nowrap text-hint text-ink-3 phone:hidden">
      <Sentence text={t("rows.updated")} slots={{ at: <RelativeTime at={new Date(updatedAt).toISOString()} still /> }} />
    </p>
  );
}
