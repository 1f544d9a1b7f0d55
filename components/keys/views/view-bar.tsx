"use client";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { useViewer } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useWords } from "#components/ui/words.tsx";
import { preferencesQuery, viewsQuery } from "#lib/client/view-queries.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import type { KeyView } from "../key-view.ts";
import { currentView } from "./current-view.ts";
import { keepLastView, lastView } from "./last-view.ts";
import type { Speech } from "../token-words.ts";
import { type ViewDialog, ViewDialogs } from "./view-dialogs.tsx";
import { ViewActions } from "./view-actions.tsx";
import { VIEW_MENU, ViewMenu } from "./view-menu.tsx";
import { allKeysHref } from "./view-query.ts";

export interface ViewBarProps {
  view: KeyView;
  nameOf: Speech["name"];
  /** The columns shown now; null: what fits. */
  columns: readonly RowMember[] | null;
  /** Tells the columns that the view brings, else those of the reader. */
  onColumns: (columns: readonly RowMember[] | null) => void;
  /** Tells the view that the reader is in. */
  onView: (id: string | null) => void;
}

/** The view that the reader is in, what they changed of it, and what they can do with it. */
export function ViewBar({ view, nameOf, columns, onColumns, onView }: ViewBarProps) {
  const t = useWords();
  const viewer = useViewer();
  const { data } = useQuery(viewsQuery());
  const views = data ?? [];
  const { data: preferences } = useQuery(preferencesQuery());
  const { shared } = view;
  const [base, setBase] = useState(() => lastView(shared));
  const [picked, setPicked] = useState<string | null>(null);
  const [dialog, setDialog] = useState<ViewDialog | null>(null);
  const current = currentView(views, shared, { baseId: base, pickedId: picked, viewerId: viewer.id });
  const id = current?.view.id ?? null;
  const size = preferences?.pageSize ?? null;
  const shown = current?.view.columns ?? preferences?.columns ?? null;

  if (data && id !== base) setBase(id);
  useEffect(() => {
    if (data) keepLastView(id, shared);
  }, [data, id, shared]);
  useEffect(() => {
    if (preferences) onColumns(shown);
  }, [preferences, shown, onColumns]);
  useEffect(() => onView(id), [id, onView]);

  const startsElsewhere = views.some(({ isDefault }) => isDefault) || (size ?? 50) !== 50;
  // The menu that the server drew may be open at this moment: it stays so.
  const [wasOpen] = useState(() => document.getElementById(VIEW_MENU)?.matches(":popover-open"));
  useEffect(() => {
    const source = document.querySelector<HTMLElement>(`[popovertarget="${VIEW_MENU}"]`);
    if (wasOpen && source) document.getElementById(VIEW_MENU)?.showPopover({ source });
  }, [wasOpen]);
  const isBare = useSearchParams().size === 0;
  useEffect(() => {
    // The address must lead here again: alone it would lead to where the reader starts.
    if (startsElsewhere && isBare && window.location.search === "") window.history.replaceState(null, "", allKeysHref(true, null));
  }, [startsElsewhere, isBare]);

  const isOwn = current !== null && !current.view.isBuiltIn && current.view.owner?.id === viewer.id;
  const open = (next: ViewDialog) => {
    hideMenu();
    setDialog(next);
  };
  const maySave = shared !== "" && (current === null || current.isEdited);
  return (
    <>
      <ViewMenu
        t={t}
        views={views}
        current={current}
        isAll={shared === ""}
        viewerId={viewer.id}
        size={size}
        Link={SoftLink}
        onPick={(next) => {
          hideMenu();
          setPicked(next);
        }}
      >
        <ViewActions view={current?.view ?? null} isEdited={current?.isEdited ?? false} isOwn={isOwn} shared={shared} onOpen={open} />
      </ViewMenu>
      {maySave && (
        <Button kind="quiet" size="sm" className="print-hide phone:hidden" aria-haspopup="dialog" onClick={() => open(isOwn ? "update" : "save")}>
          {t("views.save")}
        </Button>
      )}
      {dialog && (
        <ViewDialogs
          dialog={dialog}
          view={current?.view ?? null}
          isOwn={isOwn}
          shared={shared}
          columns={columns}
          nameOf={nameOf}
          onDialog={setDialog}
          onSaved={setPicked}
        />
      )}
    </>
  );
}

const hideMenu = () => document.getElementById(VIEW_MENU)?.hidePopover();
