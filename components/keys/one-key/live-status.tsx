"use client";
import { Check, CircleAlert, Clock, Radio } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useNow } from "#components/ui/now.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { ApiError } from "#lib/client/api-error.ts";
import type { KeyDetail } from "#lib/model/key.ts";
import type { LiveAnswerState } from "./use-live-answer.ts";

interface LiveStatusProps {
  stored: KeyDetail;
  /** True when it stands in a live list and nobody found it in the inventory, or not yet. */
  isLive: boolean;
  live: LiveAnswerState;
  differences: number;
  /** True when the cloud says now, and the inventory does not yet, that it will delete the key. */
  isDueNow: boolean;
}

/** What came of asking the cloud, on one line that is there from the start: an answer moves nothing. A failure is said there too, quietly, with its details a click away. */
export function LiveStatus({ stored, isLive, live, differences, isDueNow }: LiveStatusProps) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { error, data, isFetching } = live;
  const isOver = !isFetching && (error !== null || data !== undefined);
  const words = !isOver
    ? t(isFetching ? "panel.asking.line" : isLive ? "panel.listed-live" : "panel.stored", { age: format.relative(stored.lastSeenAt, now) })
    : error
      ? t(error instanceof ApiError && error.status === 404 ? "panel.live-unknown" : "panel.live-failed")
      : isDueNow && data?.deletesAt
        ? t("panel.due-now", { due: format.due(data.deletesAt, now) })
        : differences > 0
          ? t("panel.differs", { count: differences })
          : t("panel.same");
  const look = !isOver ? "text-ink-3" : error ? "text-warn" : isDueNow ? "text-danger" : differences > 0 ? "text-info" : "text-ok";
  const drawing: LucideIcon = !isOver ? Radio : error ? CircleAlert : isDueNow ? Clock : differences > 0 ? Radio : Check;

  // Only what changes something for the reader is read out: not each key on the way.
  const said = isOver && (error || differences > 0) ? words : null;
  useEffect(() => {
    if (said) announce(said);
  }, [said]);

  return (
    <>
      <p className="flex min-h-6 basis-full items-center gap-1.5 text-hint text-ink-2 @min-[720px]:flex-1 @min-[720px]:basis-0 print-hide">
        <Icon of={drawing} className={look} />
        <span className={`min-w-0 ${isDueNow ? "font-strong text-danger" : ""}`}>{words}</span>
        {isOver && error && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
            className="ml-auto h-6 shrink-0 rounded-token px-1 text-accent hover:underline touch:h-11"
          >
            {t("panel.why")}
          </button>
        )}
      </p>
      {isOver && error && isOpen && <Why id={id} error={error} />}
    </>
  );
}

function Why({ id, error }: { id: string; error: Error }) {
  const t = useWords();
  const details = error instanceof ApiError ? [error.code, error.requestId && t("request.id", { id: error.requestId })].filter(Boolean).join(" · ") : null;
  return (
    <div id={id} className="basis-full rounded-control bg-sunken px-3 py-2 text-hint text-ink-2">
      <p>
        <ErrorWords error={error} />
      </p>
      {details && <p className="mono text-code break-all">{details}</p>}
    </div>
  );
}
