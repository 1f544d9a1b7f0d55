"use client";
import { Check, ChevronDown, ChevronRight, RefreshCw } from "lucide-react";
import { useId, useState } from "react";
import { CloudTile } from "#components/shell/clouds.tsx";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Strip } from "#components/ui/strip.tsx";
import { Sentence, useFormat, useWords } from "#components/ui/words.tsx";
import type { SourceRow, SyncProgress } from "#lib/model/source.ts";
import { SourceAbout } from "./source-about.tsx";
import { outcomeLook } from "./outcome-look.ts";
import { ProblemLines } from "./problem-lines.tsx";
import { sourceMark } from "./source-mark.ts";
import { useSync } from "./use-sync.ts";

const NONE = { full: 0, outline: 0, hatch: 0, thin: 0 };

export function SourceTableRow({ source, progress }: { source: SourceRow; progress: SyncProgress["sources"][number] | undefined }) {
  const t = useWords();
  const format = useFormat();
  const mayOperate = useMayOperate();
  const { start } = useSync();
  const { account, region, project, state, held, claimed, lastReadAt, problem } = source;
  const look = outcomeLook(source);
  const isBusy = state !== "idle";
  const target = { account: account.id, region };
  const button = t(state === "queued" ? "source.waiting" : isBusy ? "source.reading" : "source.again");
  const [isOpen, setOpen] = useState(false);
  const aboutId = useId();
  return (
    <>
      <tr data-bad={look.isBad || (source.outcome === "read" && problem !== null) || undefined}>
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
            {t(look.word)}
          </span>
          {source.onlySpecs && <span className="second !text-warn">{t("source.only", { specs: source.onlySpecs.join(t("list.and")).toUpperCase() })}</span>}
          {isBusy ? <Reading state={state} progress={progress} /> : look.note && <span className="second">{t(look.note)}</span>}
        </td>
        <td className="number phone:!text-left">
          {source.outcome === "never" || (look.word === "source.unread" && held === 0) ? (
            <span className="whitespace-nowrap text-ink-3">{t("source.unknown")}</span>
          ) : (
            format.count(held)
          )}
          <span className="text-ink-2 md:hidden">
            {lastReadAt ? <Sentence text={t("source.keys")} slots={{ at: <RelativeTime at={lastReadAt} still /> }} /> : t("source.keys.never")}
          </span>
          {claimed !== null && claimed !== held && <span className="second whitespace-nowrap !text-warn">{t("coverage.claimed", { claimed })}</span>}
        </td>
        <td className="whitespace-nowrap phone:hidden">
          {lastReadAt ? <RelativeTime at={lastReadAt} /> : <span className="text-ink-3">{t("keys.never")}</span>}
          {source.cost && (
            <span className="second">
              {t("source.calls", { count: source.cost.calls })}
              {source.cost.throttled > 0 && t("source.slowed", { count: source.cost.throttled })}
            </span>
          )}
        </td>
        <td className="whole min-w-0 phone:order-1 phone:empty:hidden">
          {problem && <ProblemLines problem={problem} />}
          {problem && mayOperate && look.isBad && (
            <PageLink href={`/accounts/${account.id}?check=now`} className="text-accent hover:underline print-hide">
              {t("source.check")}
              <span className="sr-only"> {account.name}</span>
            </PageLink>
          )}
        </td>
        <td className="text-right whitespace-nowrap print-hide">
          {mayOperate && source.outcome === "held" && (
            <Button kind="quiet" size="sm" icon={Check} disabled={isBusy || start.isPending} onClick={() => start.mutate({ ...target, acceptDrop: true })}>
              {t("source.accept")}
            </Button>
          )}
          {mayOperate && (
            <Button
              size="sm"
              icon={RefreshCw}
              aria-label={t("source.button", { what: button, account: account.name, place: region })}
              disabled={isBusy || start.isPending}
              onClick={() => start.mutate(target)}
            >
              {button}
            </Button>
          )}
          <IconButton
            icon={isOpen ? ChevronDown : ChevronRight}
            label={t(isOpen ? "source.hide" : "source.show", { account: account.name, place: project ?? region })}
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
  const t = useWords();
  if (state === "queued" || !progress) return <span className="second">{t(state === "queued" ? "source.queued" : "source.busy")}</span>;
  const { done, expected, throttled } = progress;
  const read = expected === null ? t("source.progress", { done }) : t("source.progress.of", { done, expected });
  const words = throttled > 0 ? `${read}${t("source.slowed", { count: throttled })}` : read;
  return (
    <span className="second">
      {words}
      <ProgressBar done={done} of={expected} label={t("source.progress.label", { words })} className="mt-1 w-[120px]" />
    </span>
  );
}
