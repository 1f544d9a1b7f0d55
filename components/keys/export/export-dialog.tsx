"use client";
import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useViewer } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { downloadExport, type Exported, saveFile } from "#lib/client/download-export.ts";
import { roleAtLeast } from "#lib/model/scope.ts";
import { type CopyWay, copyAs } from "./copy-as.ts";
import { manifestOf } from "./manifest-of.ts";

const FORMATS = [
  { value: "csv", label: "CSV" },
  { value: "json", label: "JSON" },
  { value: "ndjson", label: "NDJSON" },
] as const;
type FormatName = (typeof FORMATS)[number]["value"];

/** What the table shows, as members of a row. */
const SHOWN = ["keyId", "alias", "state", "account", "region", "spec", "usage", "rotation", "description", "manager", "createdAt", "deletesAt"];
const WAYS: readonly CopyWay[] = ["link", "curl"];

type Running = { rows: number; total: number } | null;

/** Every row of the view as a file, with progress and a way out, and the view as a link or a call. */
export function ExportDialog({ query, total, isPartial, onClose }: { query: string; total: number | null; isPartial: boolean; onClose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const mayExport = roleAtLeast(useViewer().role, "auditor");
  const [kind, setKind] = useState<FormatName>("csv");
  const [columns, setColumns] = useState<"all" | "shown">("all");
  const [running, setRunning] = useState<Running>(null);
  const [done, setDone] = useState<Exported | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function start() {
    const controller = new AbortController();
    stop.current = controller;
    setRunning({ rows: 0, total: total ?? 0 });
    setDone(null);
    setFailed(null);
    try {
      const search = new URLSearchParams(query);
      search.set("format", kind);
      if (columns === "shown") search.set("columns", SHOWN.join(","));
      const exported = await downloadExport(search.toString(), controller.signal, (rows, of) => setRunning({ rows, total: of }));
      saveFile(exported.file, exported.name);
      setDone(exported);
    } catch (error) {
      if (!controller.signal.aborted) setFailed(error instanceof Error ? error.message : String(error));
    }
    setRunning(null);
  }

  const count = total === null ? "" : format.count(total, isPartial);
  return (
    <Dialog
      title={t("export.title")}
      onClose={onClose}
      foot={
        running ? (
          <Button onClick={() => stop.current?.abort()}>{t("cancel")}</Button>
        ) : (
          <Button kind="primary" icon={Download} disabled={!mayExport} onClick={() => void start()}>
            {t("export.start", { count })}
          </Button>
        )
      }
    >
      <p className="mb-3 text-ink-2">{t("export.lead")}</p>
      {!mayExport && (
        <Notice tone="warn" className="mb-3">
          {t("export.role")}
        </Notice>
      )}
      {isPartial && (
        <Notice tone="warn" className="mb-3">
          {t("export.partial")}
        </Notice>
      )}
      <p className="mb-1 font-strong">{t("export.format")}</p>
      <Segmented label={t("export.format")} value={kind} options={FORMATS} onChange={setKind} />
      <p className="mt-1 mb-3 text-hint text-ink-3">{t(`export.format.${kind}`)}</p>
      <p className="mb-1 font-strong">{t("export.columns")}</p>
      <Segmented
        label={t("export.columns")}
        value={columns}
        options={[
          { value: "all", label: t("export.columns.all") },
          { value: "shown", label: t("export.columns.shown") },
        ]}
        onChange={setColumns}
      />
      <div aria-live="polite" className="mt-3 min-h-6">
        {running && (
          <>
            <p className="mb-1 text-ink-2">{t("export.running", { rows: running.rows, total: running.total })}</p>
            <ProgressBar done={running.rows} of={running.total} label={t("export.title")} className="w-full" />
          </>
        )}
        {failed && (
          <Notice tone="danger" role="alert" title={t("export.failed")}>
            <span lang="en">{failed}</span>
          </Notice>
        )}
        {done && (
          <Notice tone="ok" title={t("export.done", { rows: done.total })}>
            <span className="mono block text-code break-all">{done.name}</span>
            <button
              type="button"
              className="text-accent underline"
              onClick={() => void manifestOf(done, kind).then((manifest) => saveFile(manifest, `${done.name}.manifest.json`))}
            >
              {t("export.manifest")}
            </button>
          </Notice>
        )}
      </div>
      <p className="mt-3 mb-1 font-strong">{t("export.copy")}</p>
      <p className="flex flex-wrap gap-2">
        {WAYS.map((way) => (
          <CopyButton key={way} text={() => copyAs(way, query)} what={t(`export.copy.${way}`)} words={t(`export.copy.${way}`)} />
        ))}
      </p>
    </Dialog>
  );
}
