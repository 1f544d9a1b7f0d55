"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import { ApiError } from "#lib/client/api-error.ts";
import { keyQuery } from "#lib/client/queries.ts";
import { UNASKED } from "#lib/model/extras.ts";
import type { KeyRow } from "#lib/model/key.ts";
import type { KeyView } from "./key-view.ts";
import { KeyRecord } from "./key-record.tsx";
import { PanelEdge } from "./one-key/panel-edge.tsx";
import { RecordPlaceProvider } from "./one-key/record-place.tsx";
import { focusRow, usePanelKeys } from "./one-key/use-panel-keys.ts";
import { useNeighbours } from "./one-key/use-neighbours.ts";
import { usePanelPlace } from "./one-key/use-panel-place.ts";
import { PanelBar } from "./panel-bar.tsx";
import { KeyNotFound, PanelFailed, PanelLoading } from "./panel-states.tsx";

interface KeyPanelProps {
  view: KeyView;
  keyRef: string;
  /** The rows of the page, for the way to the neighbours. */
  rows: readonly KeyRow[];
  /** The place of the page's first row in the whole result, 1-based. */
  first: number;
  total: number | null;
  isPartial: boolean;
  /** True when the reader opened it here: the focus follows. */
  takesFocus: boolean;
}

/** One key beside the table, found by its ref whatever the table shows. No trap: the table stays usable. */
export function KeyPanel({ view, keyRef, rows, first, total, isPartial, takesFocus }: KeyPanelProps) {
  const t = useWords();
  const { query, href } = view;
  const panel = useRef<HTMLElement>(null);
  const { data, error, refetch, isFetching } = useQuery(keyQuery(keyRef));
  const { previous, next, at } = useNeighbours(view, keyRef, rows, total);
  const closed = href({ ...query, key: null });
  const listed = rows[at];
  const record = data ?? (listed && { ...listed, facts: {}, raw: {}, extras: UNASKED });
  const settings = usePanelPlace(panel);
  usePanelKeys({ panel, keyRef, closed, previous, next, takesFocus });

  return (
    <aside ref={panel} tabIndex={-1} aria-label={t("panel.label")} className="key-panel flex flex-col bg-surface outline-none phone:min-h-dvh phone:w-full">
      <PanelBar
        previous={previous}
        next={next}
        place={at === -1 ? null : first + at}
        total={total}
        isPartial={isPartial}
        whole={`/keys/${keyRef}`}
        closed={closed}
        onClose={() => focusRow(keyRef)}
        side={settings.place}
        onMove={settings.move}
      />
      {settings.error && (
        <p role="alert" className="px-4 pt-2 text-hint text-warn print-hide">
          {t("panel.place.unkept")} <ErrorWords error={settings.error} />
        </p>
      )}
      <div className="quiet-scroll min-h-0 flex-1 overflow-auto px-4 pt-3 pb-5 print-flow">
        {record ? (
          <RecordPlaceProvider place={{ query, href, isPage: false }}>
            <KeyRecord stored={record} isWhole={data !== undefined} />
          </RecordPlaceProvider>
        ) : error instanceof ApiError && error.status === 404 ? (
          <KeyNotFound closed={closed} />
        ) : error ? (
          <PanelFailed error={error} isBusy={isFetching} onRetry={() => void refetch()} />
        ) : (
          <PanelLoading />
        )}
      </div>
      <PanelEdge panel={panel} place={settings.place} size={settings.size} resize={settings.resize} />
    </aside>
  );
}
