"use client";
import { Radio } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeyDetail } from "#lib/model/key.ts";
import { DueNotice } from "./due-notice.tsx";
import { KeyFacts } from "./key-facts.tsx";
import { liveDifferences } from "./live-differences.ts";
import { LiveStatus } from "./one-key/live-status.tsx";
import { RawAnswers } from "./one-key/raw-answers.tsx";
import { useRecordPlace } from "./one-key/record-place.tsx";
import { RecordHead } from "./one-key/record-head.tsx";
import { ShowAnswerProvider } from "./one-key/show-answer.tsx";
import { useLiveAnswer } from "./one-key/use-live-answer.ts";

type Tab = { name: "facts" } | { name: "raw"; operation: string | null };

/** A key from the inventory at once, and the cloud's answer of this moment when it comes. `isWhole`: provenance and raw are there, not only the row. */
export function KeyRecord({ stored, isWhole }: { stored: KeyDetail; isWhole: boolean }) {
  const t = useWords();
  const tabs = (["facts", "raw"] as const).map((value) => ({ value, label: t(`panel.${value}`) }));
  const [tab, setTab] = useState<Tab>({ name: "facts" });
  const { isPage, query } = useRecordPlace();
  const live = useLiveAnswer(stored.ref, isWhole && stored.presence !== "gone");
  const record = live.data ?? stored;
  const differences = live.data ? liveDifferences(stored, live.data) : [];
  const before = live.data ? stored : null;
  return (
    <ShowAnswerProvider show={(operation) => setTab({ name: "raw", operation })}>
      <div className="@container">
        <RecordHead record={record} before={differences.includes("state") ? before : null} />
        <PresenceNotice record={stored} />
        {isDue(stored) && <DueNotice deletesAt={(isDue(record) ? record : stored).deletesAt ?? ""} isCalledOff={!isDue(record)} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 print-hide">
          <Segmented
            label={t("panel.view")}
            value={tab.name}
            options={tabs}
            onChange={(name) => setTab(name === "facts" ? { name } : { name, operation: null })}
          />
          <Button
            kind="quiet"
            size="sm"
            icon={Radio}
            className="-mr-1.5 ml-auto @min-[720px]:mx-0"
            aria-disabled={live.isFetching}
            onClick={() => {
              if (!live.isFetching) void live.refetch();
            }}
          >
            {t(live.isFetching ? "panel.asking" : "panel.ask")}
          </Button>
          <LiveStatus stored={stored} isLive={query.live && !isWhole} live={live} differences={differences.length} isDueNow={!isDue(stored) && isDue(record)} />
        </div>
      </div>
      {isPage && <h2 className="sr-only">{t(`panel.${tab.name}`)}</h2>}
      {tab.name === "facts" ? (
        <KeyFacts record={record} before={before} differences={differences} isAsking={live.isFetching} />
      ) : (
        <RawAnswers raw={record.raw} isWhole={isWhole} shown={tab.operation} />
      )}
    </ShowAnswerProvider>
  );
}

/** The cloud will delete it. Said in a notice that stands there from the start; what only the live answer tells stands on the line of that answer. */
const isDue = ({ state, deletesAt, presence }: KeyDetail): boolean => state === "pending-deletion" && deletesAt !== null && presence !== "gone";

function PresenceNotice({ record }: { record: KeyDetail }) {
  const t = useWords();
  const format = useFormat();
  if (record.presence === "present") return null;
  const isGone = record.presence === "gone";
  return (
    <Notice tone={isGone ? "plain" : "warn"} className="mb-3" title={t(isGone ? "panel.gone" : "panel.missing")}>
      {isGone ? t("panel.gone.lead", { moment: format.moment(record.lastSeenAt) }) : t("panel.missing.lead")}
    </Notice>
  );
}
