"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { useViewer } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { RowMember } from "#lib/model/row-members.ts";
import { ROW_MEMBERS } from "#lib/model/row-members.ts";
import { roleAtLeast } from "#lib/model/scope.ts";
import type { KeyView } from "../key-view.ts";
import { Tick } from "../views/tick.tsx";
import { CopyRow } from "./copy-row.tsx";
import { ExportOutcome } from "./export-outcome.tsx";
import { exportSearch, type FormatName } from "./export-search.ts";
import { tableMembers } from "./table-members.ts";
import { useExport } from "./use-export.ts";

const FORMATS = [
  { value: "csv", label: "CSV" },
  { value: "json", label: "JSON" },
  { value: "ndjson", label: "NDJSON" },
] as const;

interface ExportDialogProps {
  view: KeyView;
  /** What somebody chose for the table; null: what fits. */
  columns: readonly RowMember[] | null;
  /** null where it is not known: while the first answer is on its way, and of a live view. */
  total: number | null;
  isPartial: boolean;
  onClose: () => void;
}

/** Every row of the view as a file, with progress and a way out, and the view as a link or a call. */
export function ExportDialog({ view, columns, total, isPartial, onClose }: ExportDialogProps) {
  const t = useWords();
  const format = useFormat();
  const mayExport = roleAtLeast(useViewer().role, "auditor");
  const [kind, setKind] = useState<FormatName>("csv");
  const [which, setWhich] = useState<"all" | "table">("all");
  const [bom, setBom] = useState(true);
  const [rawChoice, setRaw] = useState<boolean | null>(null);
  // The clouds' own words hold every fact: who chose some columns gets no others unasked.
  const raw = rawChoice ?? which === "all";
  const { state, start, cancel } = useExport();
  const isLive = view.query.live;
  const inTable = tableMembers(columns, view.query);
  const search = exportSearch(view.shared, { format: kind, columns: which === "table" ? inTable : null, bom, raw });
  return (
    <Dialog
      title={t("export.title")}
      onClose={onClose}
      foot={
        state.kind === "running" ? (
          <Button onClick={cancel}>{t("cancel")}</Button>
        ) : (
          <Button kind="primary" icon={Download} disabled={!mayExport} onClick={() => void start(search, kind)}>
            {total === null || isLive ? t("export.start.all") : t("export.start", { count: format.count(total, isPartial) })}
          </Button>
        )
      }
    >
      <p className="mb-3 text-ink-2">{t("export.lead")}</p>
      {[!mayExport && t("export.role"), isLive && t("export.live"), isPartial && t("export.partial")].map(
        (words) =>
          words && (
            <Notice key={words} tone="warn" className="mb-3">
              {words}
            </Notice>
          ),
      )}
      <p className="mb-1 font-strong">{t("export.format")}</p>
      <Segmented label={t("export.format")} value={kind} options={FORMATS} onChange={setKind} />
      <p className="mt-1 text-hint leading-hint text-ink-3">{t(`export.format.${kind}`)}</p>
      {kind === "csv" ? (
        <Tick label={t("export.bom")} hint={t("export.bom.hint")} checked={bom} onChange={setBom} />
      ) : (
        <Tick label={t("export.raw")} hint={t("export.raw.hint")} checked={raw} onChange={setRaw} />
      )}
      <p className="mt-3 mb-1 font-strong">{t("export.columns")}</p>
      <Segmented
        label={t("export.columns")}
        value={which}
        options={[
          { value: "all", label: t("export.columns.all", { count: ROW_MEMBERS.length }) },
          { value: "table", label: t("export.columns.table", { count: inTable.length }) },
        ]}
        onChange={setWhich}
      />
      {which === "table" && <p className="mono mt-1.5 text-id leading-hint tracking-id text-ink-3">{inTable.join(", ")}</p>}
      <ExportOutcome state={state} />
      <CopyRow view={view} file={mayExport ? search : null} />
    </Dialog>
  );
}
