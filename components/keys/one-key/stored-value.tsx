"use client";
import type { ReactNode } from "react";
import { useWords } from "#components/ui/words.tsx";

/** What the inventory holds, beside what the cloud says now: on the same line, cut where it does not fit, so that nothing below moves. */
export function StoredValue({ children }: { children: ReactNode }) {
  const t = useWords();
  return (
    <span className="max-h-5 min-w-0 flex-1 overflow-hidden text-second leading-5 text-ink-3">
      {t("panel.before")} <s>{children}</s>
    </span>
  );
}
