"use client";
import { useEffect, useRef, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { useWords } from "#components/ui/words.tsx";
import { downloadExport, type Exported, saveFile } from "#lib/client/download-export.ts";

export type ExportState =
  | { kind: "idle" }
  | { kind: "cancelled" }
  | { kind: "running"; rows: number; total: number | null }
  | { kind: "failed"; message: string }
  | { kind: "done"; exported: Exported; format: string };

/** One export at a time, with the rows that came so far and a way out; whoever leaves ends it. */
export function useExport(): { state: ExportState; start: (search: string, format: string) => Promise<void>; cancel: () => void } {
  const t = useWords();
  const [state, setState] = useState<ExportState>({ kind: "idle" });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function start(search: string, format: string) {
    const controller = new AbortController();
    stop.current = controller;
    setState({ kind: "running", rows: 0, total: null });
    try {
      const exported = await downloadExport(search, controller.signal, (rows, total) => setState({ kind: "running", rows, total }));
      saveFile(exported.file, exported.name);
      setState({ kind: "done", exported, format });
      announce(t("export.done", { rows: exported.total }));
    } catch (error) {
      if (controller.signal.aborted) {
        setState({ kind: "cancelled" });
        announce(t("export.cancelled"));
      } else setState({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { state, start, cancel: () => stop.current?.abort() };
}
