"use client";
import { CircleAlert, Download, RefreshCw } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card, CardHead } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import { saveFile } from "#lib/client/download-export.ts";
import { countOf, type RowState } from "./import-state.ts";
import { ImportTable } from "./import-table.tsx";
import type { ImportFile } from "./read-file.ts";
import { refusedRows } from "./refused-rows.ts";
import type { useImport } from "./use-import.ts";

type Shown = "all" | "ready" | "connected" | "problem" | "refused";
const STATES: Record<Shown, readonly RowState[]> = {
  all: ["ready", "waiting", "connected", "problem", "refused"],
  ready: ["ready", "waiting"],
  connected: ["connected", "problem"],
  problem: ["problem"],
  refused: ["refused"],
};

interface ResultCardProps {
  file: ImportFile;
  state: ReturnType<typeof useImport>;
  onConnect: () => void;
  onAgain: () => void;
}

/** The dry run, and then what became of each row. */
export function ResultCard({ file, state: { dry, connect, rows, done, isStopped, stop }, onConnect, onAgain }: ResultCardProps) {
  const t = useWords();
  const [shown, setShown] = useState<Shown>("all");
  const ready = countOf(rows, "ready", "waiting");
  const refused = countOf(rows, "refused");
  const isOver = connect.isSuccess || (connect.isError && isStopped);
  const title = t(connect.isIdle ? "import.dry" : "import.result");
  const options = (Object.keys(STATES) as Shown[])
    .map((value) => ({ value, count: countOf(rows, ...STATES[value]) }))
    .filter(({ value, count }) => value === "all" || value === shown || count > 0)
    .map(({ value, count }) => ({ value, label: t(`import.filter.${value}`, { count }) }));
  const aside = dry.isPending
    ? t("import.dry.busy")
    : connect.isPending
      ? t("import.result.busy")
      : connect.isIdle
        ? t("import.dry.note")
        : isStopped
          ? t("import.result.stopped")
          : "";
  const error = dry.error ?? (isStopped ? null : connect.error);

  function saveRefused() {
    const lines = rows.filter(({ state }) => state === "refused").map(({ line }) => line);
    saveFile(new Blob([refusedRows(file, lines)], { type: "text/csv" }), "keyatlas-refused-rows.csv");
  }

  return (
    <Card>
      <CardHead
        title={title}
        aside={aside}
        action={
          (dry.isError || (connect.isIdle && dry.isSuccess && ready === 0)) && (
            <Button size="sm" icon={RefreshCw} onClick={onAgain}>
              {t("import.again")}
            </Button>
          )
        }
      />
      {dry.isPending && <ProgressBar done={0} of={null} label={t("import.dry.busy")} className="w-full" />}
      {error && (
        <Notice tone="danger" icon={CircleAlert} role="alert" title={t(dry.error ? "import.refused" : "import.not-all")} className="m-3.5">
          <ErrorWords error={error} />
        </Notice>
      )}
      {rows.length > 0 && (
        <>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3.5 py-2.5">
            <p role="status" className="font-strong">
              {isOver
                ? t(refused > 0 ? "import.done.some" : "import.done", { connected: done, refused })
                : connect.isPending
                  ? t("import.progress", { done, of: ready + done })
                  : t("import.dry.done", { ready, refused })}
            </p>
            <span className="flex-1" />
            {options.length > 2 && <Segmented label={t("import.filter")} value={shown} options={options} onChange={setShown} />}
          </div>
          {connect.isPending && <ProgressBar done={done} of={ready + done} label={t("import.result.busy")} className="w-full" />}
          <ImportTable rows={rows.filter(({ state }) => STATES[shown].includes(state))} isJson={file.kind === "json"} title={title} />
          <footer className="sticky bottom-0 flex flex-wrap items-center gap-2 rounded-b-card border-t border-line bg-canvas px-3.5 py-3">
            {refused > 0 && !connect.isPending && (
              <Button icon={Download} onClick={saveRefused} className="phone:w-full">
                {t("import.save-refused")}
              </Button>
            )}
            <p className="min-w-0 flex-1 text-hint leading-hint text-ink-3 phone:basis-full">
              {connect.isPending
                ? t("import.stop.note")
                : refused > 0
                  ? `${t("import.save-refused.note")}${file.rows.some(({ isSlipped }) => isSlipped) ? ` ${t("import.slipped")}` : ""}`
                  : connect.isIdle && ready > 0
                    ? t("import.connect.note")
                    : ""}
            </p>
            {connect.isPending ? (
              <Button onClick={stop} className="phone:w-full">
                {t("import.stop")}
              </Button>
            ) : isOver ? (
              done > 0 && (
                <PageLink
                  href={`/accounts/check?account=${rows.flatMap(({ account }) => account?.id ?? []).join(",")}`}
                  className={`${buttonClass("primary")} phone:w-full`}
                >
                  {t("import.check")}
                </PageLink>
              )
            ) : ready > 0 ? (
              <Button kind="primary" onClick={onConnect} className="phone:w-full">
                {t("import.connect", { count: ready })}
              </Button>
            ) : (
              <p className="text-ink-2">{t("import.none-ready")}</p>
            )}
          </footer>
        </>
      )}
    </Card>
  );
}
