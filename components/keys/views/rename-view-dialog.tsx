"use client";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useWords } from "#components/ui/words.tsx";
import { editView } from "#lib/client/change-view.ts";
import type { SavedView } from "#lib/model/view.ts";
import { NameField } from "./name-field.tsx";
import { useViewChange } from "./use-view-change.ts";
import { ViewFailed } from "./view-failed.tsx";

export function RenameViewDialog({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const t = useWords();
  const form = useId();
  const [name, setName] = useState(view.name);
  const rename = useViewChange((wish: string) => editView(view.id, { name: wish }), {
    said: (after) => t("views.done.saved", { name: after.name }),
    after: onClose,
  });
  return (
    <Dialog
      title={t("views.rename")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" type="submit" form={form} disabled={rename.isPending}>
            {t("views.rename")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) rename.mutate(name.trim());
        }}
      >
        <ViewFailed error={rename.error} />
        <NameField name={name} onName={setName} isMissed error={rename.error} />
      </form>
    </Dialog>
  );
}
