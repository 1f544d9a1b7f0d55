"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMayOperate, useViewer } from "#components/shell/viewer.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { ErrorWords } from "#components/ui/server-words.tsx";
import { useWords } from "#components/ui/words.tsx";
import { editView, type ViewChange } from "#lib/client/change-view.ts";
import type { SavedView } from "#lib/model/view.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import type { ViewDialog } from "./view-dialogs.tsx";
import { viewName } from "./view-words.ts";

const ACT = "flex min-h-7 w-full items-center rounded-control px-2 py-1 pl-[30px] text-left hover:bg-sunken touch:min-h-11 disabled:opacity-55";

interface ViewActionsProps {
  view: SavedView | null;
  isEdited: boolean;
  isOwn: boolean;
  /** What the address says. */
  shared: string;
  onOpen: (dialog: ViewDialog) => void;
}

/** What can be done with the view that the reader is in; the foot of the menu. */
export function ViewActions({ view, isEdited, isOwn, shared, onOpen }: ViewActionsProps) {
  const t = useWords();
  const client = useQueryClient();
  const mayShare = useMayOperate();
  const { role } = useViewer();
  // What others share outlives them; an owner of the instance tidies up.
  const mayDelete = view && (isOwn || (role === "owner" && !view.isBuiltIn));
  const change = useMutation({
    mutationFn: ({ id, wish }: { id: string; wish: Partial<ViewChange> }) => editView(id, wish),
    onSuccess: (after, { wish }) => {
      const done: WordKey =
        wish.isShared === undefined
          ? wish.isDefault
            ? "views.done.begin"
            : "views.done.begin.not"
          : wish.isShared
            ? "views.done.shared"
            : "views.done.unshared";
      announce(t(done, { name: viewName(after, t) }));
      return client.invalidateQueries({ queryKey: ["views"] });
    },
  });
  const act = (words: string, onClick: () => void, isDisabled = false) => (
    <button type="button" className={ACT} disabled={isDisabled || change.isPending} onClick={onClick}>
      {words}
    </button>
  );
  return (
    <div className="border-t border-line p-1.5">
      {view && isOwn && isEdited && act(t("views.update.of", { name: view.name }), () => onOpen("update"))}
      {act(t("views.save-as"), () => onOpen("save"))}
      {view && isOwn && act(t("views.rename"), () => onOpen("rename"))}
      {view && act(t(view.isDefault ? "views.begin.not" : "views.begin"), () => change.mutate({ id: view.id, wish: { isDefault: !view.isDefault } }))}
      {view &&
        isOwn &&
        (mayShare || view.isShared) &&
        act(t(view.isShared ? "views.unshare" : "views.share"), () => change.mutate({ id: view.id, wish: { isShared: !view.isShared } }), !mayShare)}
      {mayDelete && act(t("views.delete"), () => onOpen("delete"))}
      {view && isOwn && !mayShare && <p className="px-2 py-1 pl-[30px] text-hint text-ink-3">{t("views.share.role")}</p>}
      {change.error && (
        <p role="alert" className="px-2 py-1 pl-[30px] text-hint text-danger">
          <ErrorWords error={change.error} />
        </p>
      )}
      <p className="px-2 pt-1.5 pb-1 pl-[30px]">
        <CopyButton text={() => new URL(`/keys?${shared || "page=1"}`, window.location.href).href} what={t("views.link.what")} words={t("views.link")} />
      </p>
    </div>
  );
}
