"use client";
import type { ReactNode } from "react";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { FactField, KeyDetail } from "#lib/model/key.ts";
import type { AbsentReason } from "#lib/model/vocabulary.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import { ServerWords } from "#components/ui/server-words.tsx";
import { Gap } from "./gap.tsx";

/** What stands under a square, besides the cloud's own words. */
const EXPLAINED: Partial<Record<AbsentReason, WordKey>> = { unreported: "gap.unreported", pending: "gap.pending", denied: "gap.denied" };

interface FactValueProps {
  record: KeyDetail;
  fact: FactField | null;
  /** True where the line above has the same reason of the same answer: saying it once is enough. */
  isRepeated?: boolean;
  children: ReactNode;
}

/** A value, the hyphen for "the cloud said empty", or the square with its reason, code and request id. */
export function FactValue({ record, fact, isRepeated = false, children }: FactValueProps) {
  const t = useWords();
  const cloudLabel = useCloudLabel();
  const reason = fact && record.absent[fact];
  if (!fact || !reason) return <>{children || "-"}</>;
  if (isRepeated) return <Gap reason={reason} />;
  const note = record.notes[fact];
  const requestId = reason === "denied" || reason === "failed" ? record.facts[fact]?.requestId : null;
  const explained = EXPLAINED[reason];
  const isCode = reason === "denied" || reason === "failed";
  return (
    <>
      <Gap reason={reason} />
      <span className="block pb-[3px] pl-[21px] text-second leading-note text-ink-3">
        {note && (isCode ? <span className="mono text-id break-all">{note}</span> : <ServerWords text={note} word={`note.${note}`} />)}
        {requestId && (
          <span className="block">
            {t("request")} <span className="mono text-id break-all">{requestId}</span>
          </span>
        )}
        {explained && (!note || isCode) && <span className="block">{t(explained, { cloud: cloudLabel(record.cloud) })}</span>}
      </span>
    </>
  );
}
