"use client";
import { CircleAlert, FileText, Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardHead } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { WordKey } from "#lib/words/en/index.ts";
import { PasteField } from "./paste-field.tsx";
import type { ImportFile } from "./read-file.ts";

interface FileCardProps {
  file: ImportFile | null;
  fault: WordKey | null;
  isBusy: boolean;
  onFile: (file: Blob, name: string) => void;
}

/** Takes the file: dropped, chosen or pasted. */
export function FileCard({ file, fault, isBusy, onFile }: FileCardProps) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(!isBusy);
  };
  return (
    <Card>
      <CardHead title={t("import.file")} aside={t("import.file.note")} />
      <div className="p-3.5">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way, beside the button within */}
        <div
          onDragEnter={over}
          onDragOver={over}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            const [dropped] = event.dataTransfer.files;
            if (dropped && !isBusy) onFile(dropped, dropped.name);
          }}
          className={`flex min-h-[92px] flex-wrap items-center justify-center gap-x-2.5 gap-y-2 rounded-control border border-dashed px-4 py-4 ${isOver ? "border-accent bg-accent-soft" : "border-control"}`}
        >
          {file ? (
            <span className="flex min-w-0 flex-1 items-center gap-2">
              <Icon of={FileText} size={16} className="text-ink-2" />
              <bdi className="min-w-0 font-strong break-all">{file.name}</bdi>
            </span>
          ) : (
            <span className="flex items-center gap-2 text-ink-2 touch:hidden">
              <Icon of={Upload} size={16} />
              {t("import.drop")}
            </span>
          )}
          <input
            ref={input}
            type="file"
            accept=".csv,.json,text/csv,application/json"
            aria-label={t("import.choose")}
            hidden
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen) onFile(chosen, chosen.name);
              // The same file, corrected, must be a change too.
              event.target.value = "";
            }}
          />
          <Button disabled={isBusy} className="phone:!h-auto phone:min-h-11 phone:!whitespace-normal" onClick={() => input.current?.click()}>
            {t(file ? "import.other" : "import.choose")}
          </Button>
        </div>
        {fault && (
          <Notice tone="danger" icon={CircleAlert} role="alert" title={t("import.unread")} className="mt-3">
            {t(fault)}
          </Notice>
        )}
        {file?.note && (
          <Notice tone="warn" role="status" className="mt-3">
            {t(file.note)}
          </Notice>
        )}
        <PasteField isBusy={isBusy} onText={(text) => onFile(new Blob([text]), t("import.pasted"))} />
        <p className="mt-3 text-hint leading-hint text-ink-3">{t("import.privacy")}</p>
      </div>
    </Card>
  );
}
