"use client";
import { useState, useId } from "react";
import { useMayOperate } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/ui/words.tsx";
import { saveView } from "#lib/client/change-view.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import { NameField } from "./name-field.tsx";
import { Tick } from "./tick.tsx";
import { useViewChange } from "./use-view-change.ts";
import { ViewFailed } from "./view-failed.tsx";

interface SaveViewDialogProps {
  shared: string;
  columns: readonly RowMember[] | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** What the address says, under a name. */
export function SaveViewDialog({ shared, columns, onClose, onSaved }: SaveViewDialogProps) {
  const t = useWords();
  const form = useId();
  const mayShare = useMayOperate();
  const [name, setName] = useState("");
  const [isMissed, setMissed] = useState(false);
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
    <Dialog
      title={t("views.save-as")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit" form={form} disabled={save.isPending}>
            {t("views.save")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissed(true);
          if (name.trim()) save.mutate({ name: name.trim(), query: shared, columns: withColumns && columns ? [...columns] : null, isShared, isDefault });
        }}
      >
        <ViewFailed error={save.error} />
        <NameField name={name} onName={setName} isMissed={isMissed} error={save.error} />
        {columns && <Tick label={t("views.columns")} hint={t("views.columns.hint")} checked={withColumns} onChange={setWithColumns} />}
        <Tick label={t("views.begin.label")} checked={isDefault} onChange={setDefault} />
        <Tick
          label={t("views.share.label")}
          hint={t(mayShare ? "views.share.hint" : "views.share.role")}
          checked={isShared}
          disabled={!mayShare}
          onChange={setShared}
        />
      </form>
    </Dialog>
  );
}
