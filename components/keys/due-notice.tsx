"use client";
import { daysUntil, formatDue, formatMoment } from "#components/ui/format-time.ts";
import { useNow } from "#components/ui/now.tsx";

const WEEK = 7;

/** When a key will be deleted: in words, as a date, and as the days of the last week that are left. */
export function DueNotice({ deletesAt }: { deletesAt: string }) {
  const now = useNow();
  const days = daysUntil(deletesAt, now);
  const isSoon = days <= WEEK;
  const left = Math.max(0, Math.min(WEEK, days));
  const due = formatDue(deletesAt, now);
  return (
    <div className={`mb-3 rounded-control border px-3 py-2 ${isSoon ? "border-danger/28 bg-danger-soft" : "border-warn/28 bg-warn-soft"}`}>
      <div className="flex items-center gap-2.5">
        <b className={isSoon ? "text-danger" : "text-warn"}>{due === "overdue" ? "Deletion is overdue" : `Deletes ${due}`}</b>
        {isSoon && (
          <span aria-hidden="true" className="ml-auto inline-flex gap-0.5">
            {Array.from({ length: WEEK }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: seven days
              <span key={index} className={`h-1.5 w-3 rounded-[1.5px] border border-danger ${index < WEEK - left ? "bg-danger forced-ink" : ""}`} />
            ))}
          </span>
        )}
      </div>
      <p className="text-hint leading-[17px] text-ink-2">
        <time dateTime={deletesAt}>{formatMoment(deletesAt)}</time>
        {due === "overdue" && " · still listed by the cloud"}
      </p>
    </div>
  );
}
