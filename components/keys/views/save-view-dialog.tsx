"use client";
import { useState } from "react";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { useWords } from "#components/ui/words.tsx";
import { saveView } from "#lib/client/change-view.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import { NameDialog } from "./name-dialog.tsx";
import { Tick } from "./tick.tsx";
import { useViewChange } from "./use-view-change.ts";

interface SaveViewDialogProps {
  shared: string;
  columns: readonly RowMember[] | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** What the address says, under a name. */
export function SaveViewDialog({ shared, columns, onClose, onSaved }: SaveViewDialogProps) {
  const t = useWords();
  const mayShare = useMayOperate();
  const [withColumns, setWithColumns] = useState(false);
  const [isShared, setShared] = useState(false);
  const [isDefault, setDefault] = useState(false);
  const save = useViewChange(saveView, {
    said: (view) => t("views.done.saved", { name: view.name }),
    after: (view) => {
      onSaved(view.id);
      onClose();
    },
  });
  return (
    <NameDialog
      title={t("views.save-as")}
      act={t("views.save")}
      change={save}
      onName={(name) => save.mutate({ name, query: shared, columns: withColumns && columns ? [...columns] : null, isShared, isDefault })}
      onClose={onClose}
    >
      {columns && <Tick label={t("views.columns")} hint={t("views.columns.hint")} checked={withColumns} onChange={setWithColumns} />}
      <Tick label={t("views.begin.label")} checked={isDefault} onChange={setDefault} />
      <Tick
        label={t("views.share.label")}
        hint={t(mayShare ? "views.share.hint" : "views.share.role")}
        checked={isShared}
        disabled={!mayShare}
        onChange={setShared}
      />
    </NameDialog>
  );
}
