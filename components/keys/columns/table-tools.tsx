"use client";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { useWords } from "#components/ui/words.tsx";
import { changePreferences } from "#lib/client/change-preferences.ts";
import { preferencesQuery } from "#lib/client/view-queries.ts";
import type { Preferences } from "#lib/model/preferences.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import { densityNow, showDensity } from "./density.ts";
import { TableButtons } from "./table-buttons.tsx";
import { showLook } from "./table-look.ts";

const ColumnsDialog = lazy(() => import("./columns-dialog.tsx").then((module) => ({ default: module.ColumnsDialog })));
const KeyboardHelp = lazy(() => import("../keyboard/keyboard-help.tsx").then((module) => ({ default: module.KeyboardHelp })));

export interface TableToolsProps {
  columns: readonly RowMember[] | null;
  viewId: string | null;
  /** Tells the widths that the reader has chosen. */
  onWidths: (widths: Preferences["widths"]) => void;
  onSize: (size: number) => void;
}

/** Density, columns and the help for the keyboard. */
export function TableTools({ columns, viewId, onWidths, onSize }: TableToolsProps) {
  const t = useWords();
  const { data: preferences } = useQuery(preferencesQuery());
  useEffect(() => {
    if (!preferences) return;
    showLook(preferences);
    onWidths(preferences.widths);
  }, [preferences, onWidths]);
  const [open, setOpen] = useState<"columns" | "help" | null>(null);
  const onClose = () => setOpen(null);
  return (
    <>
      <TableButtons
        t={t}
        onHelp={() => setOpen("help")}
        onColumns={() => setOpen("columns")}
        onDensity={() => {
          const density = densityNow() === "compact" ? "comfortable" : "compact";
          showDensity(density);
          // The cookie holds it for this browser whether or not the server keeps it for the others.
          void changePreferences({ density }).catch(() => announce(t("columns.failed")));
        }}
      />
      <Suspense>
        {open === "columns" && <ColumnsDialog columns={columns} viewId={viewId} onSize={onSize} onClose={onClose} />}
        {open === "help" && <KeyboardHelp onClose={onClose} />}
      </Suspense>
    </>
  );
}
