"use client";
import { useWords } from "#components/ui/words.tsx";
import { editView } from "#lib/client/change-view.ts";
import type { SavedView } from "#lib/model/view.ts";
import { NameDialog } from "./name-dialog.tsx";
import { useViewChange } from "./use-view-change.ts";

export function RenameViewDialog({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const t = useWords();
  const rename = useViewChange((name: string) => editView(view.id, { name }), {
    said: (after) => t("views.done.saved", { name: after.name }),
    after: onClose,
  });
  return <NameDialog title={t("views.rename")} act={t("views.rename")} name={view.name} change={rename} onName={rename.mutate} onClose={onClose} />;
}
