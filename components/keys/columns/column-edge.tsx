"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { PointerEvent } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { useWords } from "#components/ui/words.tsx";
import { changePreferences } from "#lib/client/change-preferences.ts";
import { preferencesQuery } from "#lib/client/view-queries.ts";
import type { Preferences, WidthName } from "#lib/model/preferences.ts";
import type { KeyColumn } from "../key-columns.ts";
import { withinBounds, withWidth } from "./with-width.ts";

interface ColumnEdgeProps {
  name: WidthName;
  /** All columns of the table, after the key itself. */
  columns: readonly KeyColumn[];
  /** False: the columns follow the window. Then those in sight become the choice, since a width belongs to a chosen column. */
  isChosen: boolean;
}

/** The right edge of a column's head: drawn, it makes the column wider; pressed twice, as wide as usual. For the pointer; the dialog has a field for each. */
export function ColumnEdge({ name, columns, isChosen }: ColumnEdgeProps) {
  const t = useWords();
  const client = useQueryClient();

  function keep(head: HTMLElement, px?: number) {
    const heads = [...(head.parentElement?.children ?? [])].slice(1);
    const seen = columns.filter((_, at) => heads[at]?.checkVisibility()).map(({ id }) => id);
    const { queryKey } = preferencesQuery();
    const now = client.getQueryData(queryKey);
    if (!now || (px === undefined && !now.widths?.[name])) return;
    const widths = withWidth(now.widths, name, px ?? null);
    const change: Partial<Preferences> = isChosen ? { widths } : { widths, columns: seen };
    client.setQueryData(queryKey, { ...now, ...change });
    changePreferences(change).catch(() => announce(t("columns.failed")));
  }

  function draw(event: PointerEvent<HTMLElement>) {
    const head = event.currentTarget.parentElement;
    const table = head?.closest("table");
    if (!(head instanceof HTMLTableCellElement) || !table || event.button !== 0) return;
    event.preventDefault();
    const edge = event.currentTarget;
    const column = table.querySelectorAll("col")[head.cellIndex];
    const [x, width, whole] = [event.clientX, head.offsetWidth, table.offsetWidth];
    let px = width;
    const move = ({ clientX }: globalThis.PointerEvent) => {
      px = withinBounds(width + clientX - x);
      if (column && name !== "key") column.style.width = `${px}px`;
      if (isChosen || name === "key") table.style.width = `${whole + px - width}px`;
    };
    const end = () => {
      edge.removeEventListener("pointermove", move);
      if (px !== width) keep(head, px);
      // By then the table itself says the new width.
      requestAnimationFrame(() => {
        table.style.width = "";
        if (column) column.style.width = "";
      });
    };
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", end, { once: true });
  }
  return (
    <span aria-hidden="true" className="column-edge" onPointerDown={draw} onDoubleClick={({ currentTarget: { parentElement: head } }) => head && keep(head)} />
  );
}
