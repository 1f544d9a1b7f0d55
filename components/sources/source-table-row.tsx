"use client";
import { Check, ChevronDown, ChevronRight, RefreshCw } from "lucide-react";
import { useId, useState } from "react";
import { CloudTile } from "#components/shell/clouds.tsx";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { countOf, formatCount } from "#components/ui/format-count.ts";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Strip } from "#components/ui/strip.tsx";
import type { SourceRow, SyncProgress } from "#lib/model/source.ts";
import { SourceAbout } from "./source-about.tsx";
import { outcomeLook } from "./outcome-look.ts";
import { ProblemLines } from "./problem-lines.tsx";
import { sourceMark } from "./source-mark.ts";
import { useSync } from "./use-sync.ts";

const NONE = { full: 0, outline: 0, hatch: 0, thin: 0 };

export function SourceTableRow({ source, progress }: { source: SourceRow; progress: SyncProgress["sources"][number] | undefined }) {
  const mayOperate = useMayOperate();
  const { start } = useSync();
  const { account, region, project, state, held, claimed, lastReadAt, problem } = source;
  const look = outcomeLook(source);
  const isBusy = state !== "idle";
  const target = { account: account.id, region };
  const [isOpen, setOpen] = useState(false);
  const aboutId = useId();
  return (
    <>
      <tr data-bad={look.isBad || undefined}>
        <th scope="row">
          <span className="flex gap-2">
            <CloudTile id={source.cloud} className="mt-0.5" />
            <span className="min-w-0">
              <a href={`/keys?account=${account.id}&region=${encodeURIComponent(region)}`} className="font-strong hover:underline">
                {account.name}
              </a>
              <span className="second mono text-id tracking-mono">
                <span className="block whitespace-nowrap">{region}</span>
                {project && <span className="block break-all md:whitespace-nowrap">{project}</span>}
              </span>
            </span>
          </span>
        </th>
        <td className="phone:text-right">
          <span className="inline-flex items-center gap-2 whitespace-nowrap">
            <Strip counts={{ ...NONE, [sourceMark(source)]: 1 }} />
            {look.word}
          </span>
          {source.onlySpecs && <span className="second !text-warn">lists {source.onlySpecs.join(", ").toUpperCase()} keys only</span>}
          {isBusy ? <Reading state={state} progress={progress} /> : look.note && <span className="second">{look.note}</span>}
        </td>
        <td className="number phone:!text-left">
          {source.outcome === "never" || (look.word === "Unread" && held === 0) ? <span className="text-ink-3">unknown</span> : formatCount(held)}
          <span className="text-ink-2 md:hidden"> keys · {lastReadAt ? <RelativeTime at={lastReadAt} still /> : "never read"}</span>
          {claimed !== null && claimed !== held && <span className="second !text-warn">{formatCount(claimed)} claimed</span>}
        </td>
        <td className="whitespace-nowrap phone:hidden">
          {lastReadAt ? <RelativeTime at={lastReadAt} /> : <span className="text-ink-3">never</span>}
          {source.cost && (
            <span className="second">
              {countOf(source.cost.calls, "call")}
              {source.cost.throttled > 0 && `, slowed down ${formatCount(source.cost.throttled)}×`}
            </span>
          )}
        </td>
        <td className="whole min-w-0 phone:order-1 phone:empty:hidden">{problem && <ProblemLines problem={problem} />}</td>
        <td className="text-right whitespace-nowrap print-hide">
          {mayOperate && source.outcome === "held" && (
            <Button kind="quiet" size="sm" icon={Check} disabled={isBusy || start.isPending} onClick={() => start.mutate({ ...target, acceptDrop: true })}>
              Accept the drop
            </Button>
          )}
          {mayOperate && (
            <Button
              size="sm"
              icon={RefreshCw}
              aria-label={`${state === "queued" ? "Waiting" : isBusy ? "Reading" : "Read again"}: ${account.name}, ${region}`}
              disabled={isBusy || start.isPending}
              onClick={() => start.mutate(target)}
            >
              {state === "queued" ? "Waiting" : isBusy ? "Reading" : "Read again"}
            </Button>
          )}
          <IconButton
            icon={isOpen ? ChevronDown : ChevronRight}
            label={`${isOpen ? "Hide" : "Show"} details: ${account.name}, ${project ?? region}`}
            aria-expanded={isOpen}
            aria-controls={aboutId}
            onClick={() => setOpen(!isOpen)}
          />
        </td>
      </tr>
      <tr id={aboutId} hidden={!isOpen}>
        <td colSpan={6} className="whole bg-canvas">
          {isOpen && <SourceAbout source={source} />}
        </td>
      </tr>
    </>
  );
}

function Reading({ state, progress }: { state: SourceRow["state"]; progress: SyncProgress["sources"][number] | undefined }) {
  if (state === "queued" || !progress) return <span className="second">{state === "queued" ? "waits for its turn" : "reading"}</span>;
  const { done, expected, throttled } = progress;
  const words = `${formatCount(done)}${expected === null ? "" : ` of ${formatCount(expected)}`} keys${throttled > 0 ? `, slowed down ${throttled}×` : ""}`;
  return (
    <span className="second">
      {words}
      <ProgressBar done={done} of={expected} label={`Reading: ${words}`} className="mt-1 w-[120px]" />
    </span>
  );
}
