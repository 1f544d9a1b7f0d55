"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useViewer } from "#components/shell/viewer.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useWords } from "#components/ui/words.tsx";
import { preferencesQuery, viewsQuery } from "#lib/client/view-queries.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import { ViewFailed } from "../views/view-failed.tsx";
import { viewName } from "../views/view-words.ts";
import { ColumnList } from "./column-list.tsx";
import { densityNow, showDensity } from "./density.ts";
import { keepChoice, NO_CHOICE, type TableChoice } from "./keep-choice.ts";
import { RowChoices } from "./row-choices.tsx";
import { USUAL_MEMBERS } from "./usual-members.ts";
import { withWidth } from "./with-width.ts";

interface ColumnsDialogProps {
  /** The columns shown now; null: what fits. */
  columns: readonly RowMember[] | null;
  /** The view that the reader is in, and whether the columns are its own. */
  viewId: string | null;
  onSize: (size: number) => void;
  onClose: () => void;
}

/** What the table shows and how its rows look, kept for the person over machines; the columns alone also with a view of theirs. */
export function ColumnsDialog({ columns, viewId, onSize, onClose }: ColumnsDialogProps) {
  const t = useWords();
  const client = useQueryClient();
  const viewer = useViewer();
  const { data: preferences } = useQuery(preferencesQuery());
  const { data: views } = useQuery(viewsQuery());
  const view = views?.find(({ id }) => id === viewId);
  const isOwn = view?.owner?.id === viewer.id;
  const [keepFor, setKeepFor] = useState<"me" | "view">(isOwn ? "view" : "me");
  const [choice, setChoice] = useState<TableChoice>(() => {
    const { wrap, stripes, stickyFirst, widths, pageSize } = preferences ?? NO_CHOICE;
    const shown = view && !isOwn ? (preferences?.columns ?? null) : columns;
    return { wrap, stripes, stickyFirst, widths, pageSize, density: densityNow(), columns: shown && [...shown] };
  });
  const [resets, setResets] = useState(0);
  const [error, setError] = useState<Error | null>(null);
  const change = (part: Partial<TableChoice>) => setChoice((before) => ({ ...before, ...part }));
  const shown = choice.columns ?? USUAL_MEMBERS;

  function reset() {
    setChoice(NO_CHOICE);
    setResets(resets + 1);
  }
  async function apply() {
    try {
      await keepChoice({ ...choice, columns: choice.columns?.length ? choice.columns : null }, keepFor === "view" && view ? view.id : null);
      const size = choice.pageSize ?? 50;
      if (size !== (preferences?.pageSize ?? 50)) onSize(size);
      await Promise.all(["preferences", "views"].map((name) => client.invalidateQueries({ queryKey: [name] })));
      showDensity(choice.density ?? "comfortable");
      announce(t("columns.done"));
      onClose();
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      setError(cause);
    }
  }
  return (
    <Dialog
      wide
      title={t("columns.title")}
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" className="mr-auto" onClick={reset}>
            {t("columns.reset")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" onClick={() => void apply()}>
            {t("columns.apply")}
          </Button>
        </>
      }
    >
      <ViewFailed error={error} title="columns.failed" />
      <div className="grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_232px]">
        <div>
          <p className="mb-2.5 text-hint text-ink-2">{choice.columns ? t("columns.lead") : t("columns.auto")}</p>
          <ColumnList
            key={resets}
            chosen={shown}
            widths={choice.widths}
            onChosen={(members) => change({ columns: [...members] })}
            // A width belongs to a chosen column: what is shown by itself follows the window.
            onWidth={(name, px) => change({ columns: [...shown], widths: withWidth(choice.widths, name, px) })}
          />
          {view && !isOwn && <p className="text-hint text-ink-2">{t("columns.view", { name: viewName(view, t) })}</p>}
        </div>
        <div className="flex flex-col gap-4">
          {view && isOwn && (
            <div>
              <p className="mb-1 font-strong">{t("columns.keep")}</p>
              <Segmented
                label={t("columns.keep")}
                value={keepFor}
                options={[
                  { value: "view", label: t("columns.keep.view") },
                  { value: "me", label: t("columns.keep.me") },
                ]}
                onChange={setKeepFor}
              />
            </div>
          )}
          <RowChoices choice={choice} onChoice={change} />
        </div>
      </div>
    </Dialog>
  );
}
