"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, Radio } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { countOf } from "#components/ui/format-count.ts";
import { formatMoment } from "#components/ui/format-time.ts";
import { JsonText } from "#components/ui/json-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { ApiError } from "#lib/client/api-error.ts";
import { liveKeyQuery } from "#lib/client/queries.ts";
import type { KeyDetail } from "#lib/model/key.ts";
import { DueNotice } from "./due-notice.tsx";
import { GroupHead } from "./group-head.tsx";
import { KeyFacts } from "./key-facts.tsx";
import { KeyName } from "./key-name.tsx";
import { liveDifferences } from "./live-differences.ts";
import { StateMark } from "./state-mark.tsx";

const TABS = [
  { value: "facts", label: "Facts" },
  { value: "raw", label: "Raw" },
] as const;

/** A key from the inventory, and the cloud's answer of this moment when it is asked. `isWhole`: provenance and raw are there, not only the row. */
export function KeyRecord({ stored, isWhole }: { stored: KeyDetail; isWhole: boolean }) {
  const [tab, setTab] = useState<"facts" | "raw">("facts");
  const live = useQuery(liveKeyQuery(stored.ref));
  const record = live.data ?? stored;
  const differences = live.data ? liveDifferences(stored, live.data) : [];
  return (
    <>
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 text-panel font-normal tracking-panel break-words">
          <KeyName row={record} />
        </h2>
        <span className="ml-auto shrink-0 leading-[22px]">
          <StateMark row={record} note={false} />
        </span>
      </div>
      <p className="mono mb-2.5 flex items-center gap-1 text-code tracking-id text-ink-3">
        <span className="break-all">{record.keyId}</span>
        <CopyButton text={record.keyId} what="key id" />
      </p>
      {record.presence === "gone" && (
        <Notice className="mb-3" title="No longer in the cloud">
          Last seen {formatMoment(record.lastSeenAt)}. The facts below are the last ones read.
        </Notice>
      )}
      {record.presence === "missing" && (
        <Notice tone="warn" className="mb-3" title="Missing from the last list">
          The cloud's last complete list did not hold this key. The facts below are the last ones read.
        </Notice>
      )}
      {record.state === "pending-deletion" && record.deletesAt && record.presence !== "gone" && <DueNotice deletesAt={record.deletesAt} />}
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <Segmented label="View" value={tab} options={TABS} onChange={setTab} />
        <Button kind="quiet" size="sm" icon={Radio} className="-mr-1.5 ml-auto" disabled={live.isFetching} onClick={() => void live.refetch()}>
          {live.isFetching ? "Asking the cloud" : "Ask the cloud now"}
        </Button>
      </div>
      {live.data && !live.isFetching && (
        <Notice tone={differences.length > 0 ? "info" : "ok"} role="status" className="mt-2">
          {differences.length > 0
            ? `${countOf(differences.length, "fact differs", "facts differ")} from the inventory.`
            : "The cloud says the same as the inventory."}
        </Notice>
      )}
      {live.error && !live.isFetching && <LiveFailed error={live.error} />}
      {tab === "facts" ? (
        <KeyFacts record={record} before={live.data ? stored : null} differences={differences} />
      ) : (
        <RawRecords raw={record.raw} isWhole={isWhole} />
      )}
    </>
  );
}

function LiveFailed({ error }: { error: Error }) {
  const details = error instanceof ApiError ? [error.code, error.requestId && `request ${error.requestId}`].filter(Boolean).join(" · ") : null;
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert" className="mt-2" title="The cloud gave no new answer">
      <p>{error.message}</p>
      {details && <p className="mono text-code break-all">{details}</p>}
    </Notice>
  );
}

function RawRecords({ raw, isWhole }: { raw: KeyDetail["raw"]; isWhole: boolean }) {
  if (!isWhole) return <p className="py-3 text-ink-3">Loading</p>;
  const answers = Object.entries(raw);
  if (answers.length === 0) return <p className="py-3 text-ink-2">The cloud's own words were not kept for this key.</p>;
  return answers.map(([operation, value]) => {
    const text = JSON.stringify(value, null, 2);
    return (
      <section key={operation}>
        <div className="flex items-center">
          <GroupHead title={operation} />
          <span className="ml-auto">
            <CopyButton text={text} what={`answer of ${operation}`} />
          </span>
        </div>
        <JsonText text={text} label={`Answer of ${operation}`} className="rounded-control bg-sunken px-3 py-2.5" />
      </section>
    );
  });
}
