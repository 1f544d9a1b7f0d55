"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { useWords } from "#components/ui/words.tsx";
import { preferencesQuery, viewsQuery } from "#lib/client/view-queries.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import { PAGE_SIZES } from "#lib/query/query.ts";
import { useViewer } from "#components/shell/viewer.tsx";
import { ViewFailed } from "../views/view-failed.tsx";
import { viewName } from "../views/view-words.ts";
import { ColumnList } from "./column-list.tsx";
import { densityNow, showDensity } from "./density.ts";
import { keepChoice } from "./keep-choice.ts";
import { USUAL_MEMBERS } from "./usual-members.ts";

interface ColumnsDialogProps {
  /** The columns shown now; null: what fits. */
  columns: readonly RowMember[] | null;
  /** The view that the reader is in, and whether the columns are its own. */
  viewId: string | null;
  onSize: (size: number) => void;
  onClose: () => void;
}

/** What the table shows and how tall its rows are, kept for the person over machines, or with a view of theirs. */
export function ColumnsDialog({ columns, viewId, onSize, onClose }: ColumnsDialogProps) {
  const t = useWords();
  const client = useQueryClient();
  const viewer = useViewer();
  const { data: preferences } = useQuery(preferencesQuery());
  const { data: views } = useQuery(viewsQuery());
  const view = views?.find(({ id }) => id === viewId);
  const isOwn = view?.owner?.id === viewer.id;
  const [keepFor, setKeepFor] = useState<"me" | "view">(isOwn ? "view" : "me");
  const [chosen, setChosen] = useState<readonly RowMember[] | null>(view && !isOwn ? (preferences?.columns ?? null) : columns);
  const [density, setDensity] = useState(densityNow());
  const [size, setSize] = useState(preferences?.pageSize ?? 50);
  const [error, setError] = useState<Error | null>(null);

  async function apply() {
    try {
      await keepChoice({ viewId: keepFor === "view" && view ? view.id : null, columns: chosen?.length ? [...chosen] : null, density, pageSize: size });
      if (size !== (preferences?.pageSize ?? 50)) onSize(size);
      await Promise.all(["preferences", "views"].map((name) => client.invalidateQueries({ queryKey: [name] })));
      showDensity(density);
      announce(t("columns.done"));
      onClose();
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      setError(cause);
    }
  }
  return (
    <Dialog
      title={t("columns.title")}
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" className="mr-auto" onClick={() => setChosen(null)}>
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
      <p className="mb-2.5 text-hint text-ink-2">{chosen ? t("columns.lead") : t("columns.auto")}</p>
      <ColumnList key={chosen ? "chosen" : "usual"} chosen={chosen ?? USUAL_MEMBERS} onChosen={setChosen} />
      {view && !isOwn && <p className="mb-2 text-hint text-ink-2">{t("columns.view", { name: viewName(view, t) })}</p>}
      <div className="grid gap-3 md:grid-cols-2">
        {view && isOwn && (
          <div className="md:col-span-2">
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
        <div className="phone:hidden">
          <p className="mb-1 font-strong">{t("columns.density")}</p>
          <Segmented
            label={t("columns.density")}
            value={density}
            options={[
              { value: "comfortable", label: t("keys.comfortable") },
              { value: "compact", label: t("keys.compact") },
            ]}
            onChange={setDensity}
          />
        </div>
        <div>
          <p className="mb-1 font-strong">{t("columns.size")}</p>
          <Segmented
            label={t("columns.size")}
            value={`${size}`}
            options={PAGE_SIZES.map((one) => ({ value: `${one}`, label: `${one}` }))}
            onChange={(value) => setSize(Number(value))}
          />
          <p className="mt-1 text-hint text-ink-3">{t("columns.size.hint")}</p>
        </div>
      </div>
    </Dialog>
  );
}
