"use client";
import type { ReactNode } from "react";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import type { FactField, KeyDetail } from "#lib/model/key.ts";
import type { AbsentReason } from "#lib/model/vocabulary.ts";
import { Gap } from "./gap.tsx";

/** What stands under a square, besides the cloud's own words. */
function explain(reason: AbsentReason, cloud: string): string | null {
  switch (reason) {
    case "unreported":
      return `${cloud} does not report this.`;
    case "pending":
      return "Listed, but not described yet.";
    case "denied":
      return "The credential may not ask this.";
    default:
      return null;
  }
}

/** A value, the hyphen for "the cloud said empty", or the square with its reason, code and request id. */
export function FactValue({ record, fact, children }: { record: KeyDetail; fact: FactField | null; children: ReactNode }) {
  const cloudLabel = useCloudLabel();
  const reason = fact && record.absent[fact];
  if (!fact || !reason) return <>{children || "-"}</>;
  const note = record.notes[fact];
  const requestId = reason === "denied" || reason === "failed" ? record.facts[fact]?.requestId : null;
  const isCode = reason === "denied" || reason === "failed";
  return (
    <>
      <Gap reason={reason} />
      <span className="block pb-[3px] pl-[21px] text-second leading-4 text-ink-3">
        {note && <span className={isCode ? "mono text-id break-all" : ""}>{note}</span>}
        {requestId && (
          <>
            {" "}
            · request <span className="mono text-id break-all">{requestId}</span>
          </>
        )}
        {explain(reason, cloudLabel(record.cloud)) && <span className="block">{note && !isCode ? null : explain(reason, cloudLabel(record.cloud))}</span>}
      </span>
    </>
  );
}
