"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { editView } from "#lib/client/change-view.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import type { SavedView } from "#lib/model/view.ts";
import type { Speech } from "../token-words.ts";
import { Tick } from "./tick.tsx";
import { useViewChange } from "./use-view-change.ts";
import { ViewFailed } from "./view-failed.tsx";
import { viewParts } from "./view-parts.ts";

interface UpdateViewDialogProps {
  view: SavedView;
  shared: string;
  columns: readonly RowMember[] | null;
  nameOf: Speech["name"];
  onClose: () => void;
  onSaveAs: () => void;
}

/** What the view says and what it will say, side by side. */
export function UpdateViewDialog({ view, shared, columns, nameOf, onClose, onSaveAs }: UpdateViewDialogProps) {
  const t = useWords();
  const speech = { t, format: useFormat(), name: nameOf };
  const [withColumns, setWithColumns] = useState(view.columns !== null);
  const update = useViewChange(() => editView(view.id, { query: shared, columns: withColumns && columns ? [...columns] : null }), {
    said: (after) => t("views.done.saved", { name: after.name }),
    after: onClose,
  });
  const [before, after] = [viewParts(view.query, speech), viewParts(shared, speech)];
  return (
    <Dialog
      wide
      title={t("views.update.of", { name: view.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button onClick={onSaveAs}>{t("views.save-as")}</Button>
          <Button kind="primary" disabled={update.isPending} onClick={() => update.mutate(undefined)}>
            {t("views.update")}
          </Button>
        </>
      }
    >
      <ViewFailed error={update.error} />
      <div className="grid gap-4 md:grid-cols-2">
        <Parts title={t("views.old")} parts={before} others={after} mark={t("views.dropped")} look="bg-sunken line-through decoration-ink-3" />
        <Parts title={t("views.new")} parts={after} others={before} mark={t("views.added")} look="bg-accent-soft font-strong" />
      </div>
      {columns && <Tick label={t("views.columns")} hint={t("views.columns.hint")} checked={withColumns} onChange={setWithColumns} />}
    </Dialog>
  );
}

/** `look` and `mark` are of those that the other side lacks. */
function Parts({ title, parts, others, mark, look }: { title: string; parts: string[]; others: string[]; mark: string; look: string }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 font-strong">{title}</h3>
      <ul className="flex flex-wrap gap-1.5">
        {parts.map((part) => {
          const isOther = !others.includes(part);
          return (
            <li key={part} className="flex items-center gap-1.5">
              <span className={`rounded-token px-[7px] py-0.5 text-token break-words ${isOther ? look : "bg-sunken"}`}>{part}</span>
              {isOther && <span className="text-second text-ink-3">{mark}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
