"use client";
import { FileCheck } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { ServerWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import { saveFile } from "#lib/client/download-export.ts";
import { manifestOf } from "./manifest-of.ts";
import type { ExportState } from "./use-export.ts";

/** How far an export is, or what came of it: the file's name, its rows, and the manifest to lie beside it. */
export function ExportOutcome({ state }: { state: ExportState }) {
  const t = useWords();
  if (state.kind === "idle") return null;
  if (state.kind === "cancelled") return <Notice className="mt-3" title={t("export.cancelled")} />;
  if (state.kind === "failed") {
    return (
      <Notice tone="danger" role="alert" className="mt-3" title={t("export.failed")}>
        <ServerWords text={state.message} />
      </Notice>
    );
  }
  if (state.kind === "running") {
    const { rows, total } = state;
    return (
      <div className="mt-3">
        <p className="mb-1 text-ink-2">{total === null ? t("export.starting") : t("export.running", { rows, total })}</p>
        <ProgressBar done={rows} of={total} label={t("export.title")} className="w-full" />
      </div>
    );
  }
  const { exported, format } = state;
  return (
    <Notice tone="ok" className="mt-3" title={t("export.done", { rows: exported.total })}>
      <span className="mono mb-2 block text-code break-all">{exported.name}</span>
      <Button
        size="sm"
        icon={FileCheck}
        onClick={() => void manifestOf(exported, format).then((manifest) => saveFile(manifest, `${exported.name}.manifest.json`))}
      >
        {t("export.manifest")}
      </Button>
      <span className="mt-1 block text-hint leading-hint">{t("export.manifest.hint")}</span>
    </Notice>
  );
}
