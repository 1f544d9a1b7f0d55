"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, Radio } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { JsonText } from "#components/ui/json-text.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { ApiError } from "#lib/client/api-error.ts";
import { liveKeyQuery } from "#lib/client/queries.ts";
import type { KeyDetail } from "#lib/model/key.ts";
import { DueNotice } from "./due-notice.tsx";
import { GroupHead } from "./group-head.tsx";
import { KeyFacts } from "./key-facts.tsx";
import { KeyName } from "./key-name.tsx";
import { liveDifferences } from "./live-differences.ts";
import { StateMark } from "./state-mark.tsx";

/** A key from the inventory, and the cloud's answer of this moment when it is asked. `isWhole`: provenance and raw are there, not only the row. */
export function KeyRecord({ stored, isWhole }: { stored: KeyDetail; isWhole: boolean }) {
  const t = useWords();
  const format = useFormat();
  const tabs = (["facts", "raw"] as const).map((value) => ({ value, label: t(`panel.${value}`) }));
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
        <CopyButton text={record.keyId} what={t("panel.id")} />
      </p>
      {record.presence === "gone" && (
        <Notice className="mb-3" title={t("panel.gone")}>
          {t("panel.gone.lead", { moment: format.moment(record.lastSeenAt) })}
        </Notice>
      )}
      {record.presence === "missing" && (
        <Notice tone="warn" className="mb-3" title={t("panel.missing")}>
          {t("panel.missing.lead")}
        </Notice>
      )}
      {record.state === "pending-deletion" && record.deletesAt && record.presence !== "gone" && <DueNotice deletesAt={record.deletesAt} />}
      <div className="mb-1 flex flex-wrap items-center gap-2">
        <Segmented label={t("panel.view")} value={tab} options={tabs} onChange={setTab} />
        <Button kind="quiet" size="sm" icon={Radio} className="-mr-1.5 ml-auto" disabled={live.isFetching} onClick={() => void live.refetch()}>
          {t(live.isFetching ? "panel.asking" : "panel.ask")}
        </Button>
      </div>
      {live.data && !live.isFetching && (
        <Notice tone={differences.length > 0 ? "info" : "ok"} role="status" className="mt-2">
          {differences.length > 0 ? t("panel.differs", { count: differences.length }) : t("panel.same")}
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
  const t = useWords();
  const details = error instanceof ApiError ? [error.code, error.requestId && t("request.id", { id: error.requestId })].filter(Boolean).join(" · ") : null;
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert" className="mt-2" title={t("panel.live-failed")}>
      <p>
        <ErrorWords error={error} />
      </p>
      {details && <p className="mono text-code break-all">{details}</p>}
    </Notice>
  );
}

function RawRecords({ raw, isWhole }: { raw: KeyDetail["raw"]; isWhole: boolean }) {
  const t = useWords();
  if (!isWhole) return <p className="py-3 text-ink-3">{t("panel.raw.loading")}</p>;
  const answers = Object.entries(raw);
  if (answers.length === 0) return <p className="py-3 text-ink-2">{t("panel.raw.none")}</p>;
  return answers.map(([operation, value]) => {
    const text = JSON.stringify(value, null, 2);
    return (
      <section key={operation}>
        <div className="flex items-center">
          <GroupHead title={operation} />
          <span className="ml-auto">
            <CopyButton text={text} what={t("panel.raw.answer", { operation })} />
          </span>
        </div>
        <JsonText text={text} label={t("panel.raw.label", { operation })} className="rounded-control bg-sunken px-3 py-2.5" />
      </section>
    );
  });
}
