"use client";
import { useState } from "react";
import { PageHead } from "#components/ui/page-head.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { WordKey } from "#lib/words/en/index.ts";
import { AccountsCrumb } from "../accounts-crumb.tsx";
import type { CloudOffer } from "../cloud-offer.ts";
import { FileCard } from "./file-card.tsx";
import { FileFault, type ImportFile, readFile } from "./read-file.ts";
import { ResultCard } from "./result-card.tsx";
import { SamplesCard } from "./samples-card.tsx";
import { useImport } from "./use-import.ts";

/** Many accounts from one file: checked as soon as it is chosen, connected when the reader says so. */
export function ImportPage({ offers }: { offers: readonly CloudOffer[] }) {
  const t = useWords();
  const [file, setFile] = useState<ImportFile | null>(null);
  const [fault, setFault] = useState<WordKey | null>(null);
  const state = useImport(file);
  const isBusy = state.dry.isPending || state.connect.isPending;

  async function take(given: Blob, name: string) {
    setFault(null);
    try {
      setFile(await readFile(given, name, offers));
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      setFile(null);
      setFault(error.word);
    }
  }

  return (
    <Sheet>
      <PageHead crumb={{ label: t("account.crumb"), path: <AccountsCrumb here={t("import.crumb")} /> }} title={t("accounts.import")} lead={t("import.lead")} />
      <div className={`grid items-start gap-5 ${file ? "grid-cols-[minmax(0,1fr)]" : "grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)] max-lg:grid-cols-1"}`}>
        <FileCard file={file} fault={fault} isBusy={isBusy} onFile={(given, name) => void take(given, name)} />
        {file && (
          <ResultCard
            // Another file is another result.
            key={file.id}
            file={file}
            state={state}
            onConnect={() => state.connect.mutate(file)}
            onAgain={() => state.dry.mutate(file)}
          />
        )}
        <SamplesCard offers={offers} />
      </div>
    </Sheet>
  );
}
