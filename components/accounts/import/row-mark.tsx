"use client";
import { CircleCheck, CircleDotDashed } from "lucide-react";
import { GapSquare } from "#components/keys/gap.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { RowState } from "./import-state.ts";

/** What became of a row: a circle for what went well, a square for what did not. */
export function RowMark({ state }: { state: RowState }) {
  const t = useWords();
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {state === "refused" ? (
        <GapSquare reason="failed" />
      ) : state === "problem" ? (
        <GapSquare reason="denied" />
      ) : state === "connected" ? (
        <Icon of={CircleCheck} size={15} className="text-ok" />
      ) : (
        <Icon of={state === "ready" ? CircleCheck : CircleDotDashed} size={15} className="text-ink-3" />
      )}
      {t(`import.state.${state}`)}
    </span>
  );
}
