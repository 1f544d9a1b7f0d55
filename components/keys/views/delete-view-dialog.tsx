"use client";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Sentence, useWords } from "#components/ui/words.tsx";
import { deleteView } from "#lib/client/change-view.ts";
import type { SavedView } from "#lib/model/view.ts";
import { useViewChange } from "./use-view-change.ts";
import { ViewFailed } from "./view-failed.tsx";

/** Asks once more: a view is only a link with a name, so a plain question is enough. */
export function DeleteViewDialog({ view, onClose, onDeleted }: { view: SavedView; onClose: () => void; onDeleted: () => void }) {
  const t = useWords();
  const remove = useViewChange(() => deleteView(view.id), {
    said: () => t("views.done.deleted", { name: view.name }),
    after: () => {
      onDeleted();
      onClose();
    },
  });
  return (
    <Dialog
      title={t("views.delete")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="danger" disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {t("views.delete")}
          </Button>
        </>
      }
    >
      <ViewFailed error={remove.error} title="views.failed.delete" />
      <p>
        <Sentence text={t("views.delete.lead")} slots={{ name: <b className="break-words">{view.name}</b> }} />
      </p>
      {view.isShared && <p className="mt-2 text-ink-2">{t("views.delete.shared")}</p>}
    </Dialog>
  );
}
