"use client";
import { useNow } from "#components/ui/now.tsx";
import { daysUntil } from "#components/ui/time-words.ts";
import { useFormat, useWords } from "#components/ui/words.tsx";

const WEEK = 7;

/** When a key will be deleted: in words, as a date, and as the days of the last week that are left. */
export function DueNotice({ deletesAt }: { deletesAt: string }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const days = daysUntil(deletesAt, now);
  const isSoon = days <= WEEK;
  const left = Math.max(0, Math.min(WEEK, days));
  const isOverdue = Date.parse(deletesAt) <= now;
  return (
    <div className={`mb-3 rounded-control border px-3 py-2 ${isSoon ? "border-danger/28 bg-danger-soft" : "border-warn/28 bg-warn-soft"}`}>
      <div className="flex items-center gap-2.5">
        <b className={isSoon ? "text-danger" : "text-warn"}>{isOverdue ? t("panel.overdue") : t("panel.deletes", { due: format.due(deletesAt, now) })}</b>
        {isSoon && (
          <span aria-hidden="true" className="ml-auto inline-flex gap-0.5">
            {Array.from({ length: WEEK }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: seven days
              <span key={index} className={`h-1.5 w-3 rounded-[1.5px] border border-danger ${index < WEEK - left ? "bg-danger forced-ink" : ""}`} />
            ))}
          </span>
        )}
      </div>
      <p className="text-hint leading-hint text-ink-2">
        <time dateTime={deletesAt}>{format.moment(deletesAt)}</time>
        {isOverdue && t("panel.still-listed")}
      </p>
    </div>
  );
}
