"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { Radio, RefreshCw } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { countOf } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import type { KeysAnswer, LiveAnswer } from "#lib/model/answers.ts";
import type { KeyView } from "./key-view.ts";
import { LivePlanDialog } from "./live-plan.tsx";

/** Says that these rows come from the clouds and not from the inventory, when they were asked for, and leads back. */
export function LiveLine({ view, answer }: { view: KeyView; answer: UseQueryResult<KeysAnswer> }) {
  const { data, isFetching, isPending, isPlaceholderData, refetch } = answer;
  const [isPlanOpen, setPlanOpen] = useState(false);
  const live = data && !isPlaceholderData && "plan" in data ? (data as LiveAnswer) : null;
  const differences = live ? live.differences.created + live.differences.gone + live.differences.changed : 0;
  return (
    <div className="flex min-h-[34px] flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-info-soft py-1 pr-3 pl-4 text-ink-2 phone:px-3.5">
      <Icon of={Radio} className="text-info" />
      <p role="status" className="min-w-0 flex-1 phone:basis-[80%]">
        {isFetching || isPending ? (
          <>
            <b className="text-ink">Asking the clouds now</b>, up to half a minute.{data && " Until then the rows are those from before."}
          </>
        ) : data && !isPlaceholderData ? (
          <>
            <b className="text-ink">Live</b>: asked <RelativeTime at={data.asOf} />, not from the inventory.
            {differences > 0 && ` ${countOf(differences, "key differs", "keys differ")} from it.`}
          </>
        ) : (
          <b className="text-ink">The clouds gave no answer</b>
        )}
      </p>
      <span className="flex gap-2 print-hide">
        {live && (
          <Button kind="quiet" size="sm" onClick={() => setPlanOpen(true)} aria-haspopup="dialog">
            How it was asked
          </Button>
        )}
        <SoftLink href={view.href({ ...view.query, live: false, cursor: null })} className={buttonClass("quiet", "sm")}>
          Back to the inventory
        </SoftLink>
        <Button size="sm" icon={RefreshCw} disabled={isFetching || isPending} onClick={() => void refetch()} className="bg-transparent">
          Ask again
        </Button>
      </span>
      {isPlanOpen && live && <LivePlanDialog answer={live} onClose={() => setPlanOpen(false)} />}
    </div>
  );
}
