"use client";
import { useNow } from "#components/ui/now.tsx";
import { daysUntil } from "#components/ui/time-words.ts";
import { useFormat, useWords } from "#components/ui/words.tsx";

const WEEK = 7;

interface DueNoticeProps {
  /** ISO 8601. */
  deletesAt: string;
  /** True when the cloud says by now that it will not delete the key: said in the same place, so that nothing below moves. */
  isCalledOff?: boolean;
}

/** When a key will be deleted: in words, as a date, and as the days of the last week that are left. */
export function DueNotice({ deletesAt, isCalledOff = false }: DueNoticeProps) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const days = daysUntil(deletesAt, now);
  const isSoon = days <= WEEK;
  const left = Math.max(0, Math.min(WEEK, days));
  const isOverdue = Date.parse(deletesAt) <= now;
  if (isCalledOff) {
    return (
      <div className="mb-3 items-baseline gap-3 rounded-control border border-info/28 bg-info-soft px-3 py-2 @min-[720px]:flex">
        <b className="text-info">{t("panel.called-off")}</b>
        <p className="text-hint leading-hint text-ink-2">
          {t("panel.before")}{" "}
          <s>
            <time dateTime={deletesAt}>{format.moment(deletesAt)}</time>
          </s>
        </p>
      </div>
    );
  }
  return (
    <div
      className={`mb-3 items-baseline gap-3 rounded-control border px-3 py-2 @min-[720px]:flex ${isSoon ? "border-danger/28 bg-danger-soft" : "border-warn/28 bg-warn-soft"}`}
    >
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
