"use client";
import { Ellipsis, Lock, Minus, Slash } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useWords } from "#components/ui/words.tsx";
import type { AbsentReason } from "#lib/model/vocabulary.ts";

interface Look {
  box: string;
  text: string;
  icon: LucideIcon | null;
}

/** Why a cell holds no value, drawn as a square: its inside says why. */
const LOOKS: Record<AbsentReason, Look> = {
  "not-applicable": { box: "border-transparent bg-sunken text-ink-3", text: "text-ink-3", icon: Minus },
  denied: { box: "border-warn bg-surface text-warn hatch-soft", text: "text-ink-2", icon: Lock },
  failed: { box: "border-danger bg-surface text-danger hatch-soft", text: "text-ink-2", icon: null },
  pending: { box: "border-dashed border-control bg-surface text-ink-3", text: "text-ink-3", icon: Ellipsis },
  unreported: { box: "border-dotted border-[1.5px] border-control bg-surface text-ink-3", text: "text-ink-3", icon: Slash },
};

/** The square alone, 15 px. */
export function GapSquare({ reason, named }: { reason: AbsentReason; named?: string }) {
  const { box, icon: Drawing } = LOOKS[reason];
  return (
    <span
      {...(named ? { role: "img", "aria-label": named, title: named } : { "aria-hidden": true })}
      className={`inline-grid size-[15px] shrink-0 place-items-center overflow-hidden rounded-token border align-top my-[1.5px] [print-color-adjust:exact] forced-edge ${box}`}
    >
      {Drawing ? <Drawing size={9} strokeWidth={3} /> : <span className="text-[10px] leading-none font-strong">!</span>}
    </span>
  );
}

/** The square without a word beside it: its name says why. */
export function LoneSquare({ reason }: { reason: AbsentReason }) {
  const t = useWords();
  return <GapSquare reason={reason} named={t(`value.${reason}`)} />;
}

/** A square and its word. */
export function Gap({ reason }: { reason: AbsentReason }) {
  const t = useWords();
  return (
    <span className={`inline-flex items-center gap-1.5 align-top whitespace-nowrap ${LOOKS[reason].text}`}>
      <GapSquare reason={reason} />
      {t(`value.${reason}`)}
    </span>
  );
}
