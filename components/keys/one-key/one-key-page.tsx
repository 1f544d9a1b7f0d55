"use client";
import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { useWords } from "#components/ui/words.tsx";
import { keyQuery } from "#lib/client/queries.ts";
import { KeyRecord } from "../key-record.tsx";
import { keyView } from "../key-view.ts";
import { PanelFailed, PanelLoading } from "../panel-states.tsx";
import { RecordPlaceProvider } from "./record-place.tsx";

/** A page's links begin a view of their own. */
const PLACE = { ...keyView(""), isPage: true };

/** One key with everything that is known of it, on a page of its own that prints. */
export function OneKeyPage({ keyRef }: { keyRef: string }) {
  const t = useWords();
  const { data, error, refetch, isFetching } = useQuery(keyQuery(keyRef));
  return (
    <Sheet>
      <nav aria-label={t("one-key.way")} className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-3 print-hide">
        <PageLink href="/keys" className="rounded-token text-accent hover:underline">
          {t("place.keys")}
        </PageLink>
        <span className="ml-auto flex flex-wrap items-center gap-2">
          <PageLink href={`/keys?key=${keyRef}`} className={buttonClass("quiet", "sm")}>
            {t("one-key.beside")}
          </PageLink>
          <CopyButton what={t("panel.link")} words={t("one-key.copy")} text={() => window.location.href} />
          <Button size="sm" icon={Printer} onClick={() => window.print()}>
            {t("one-key.print")}
          </Button>
        </span>
      </nav>
      <div className="rounded-card border border-line bg-surface px-6 py-5 phone:px-4 phone:py-4 print:border-0 print:p-0">
        <RecordPlaceProvider place={PLACE}>
          {data ? (
            <KeyRecord stored={data} isWhole />
          ) : error ? (
            <PanelFailed error={error} isBusy={isFetching} onRetry={() => void refetch()} />
          ) : (
            <PanelLoading />
          )}
        </RecordPlaceProvider>
      </div>
    </Sheet>
  );
}
