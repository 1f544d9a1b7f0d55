"use client";
import { TriangleAlert } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/ui/words.tsx";

/** Parameters of the address that this page does not take, by name. `said`: what else of the link came to nothing. */
export function LinkFaults({ takes = [], said = [] }: { takes?: readonly string[]; said?: readonly string[] }) {
  const t = useWords();
  const strange = [...new Set(useSearchParams().keys())].filter((name) => !takes.includes(name));
  const count = strange.length + said.length;
  if (count === 0) return null;
  return (
    <Notice tone="warn" icon={TriangleAlert} role="status" title={t("link.faults", { count })} className="mb-3.5">
      {strange.map((field) => t("link.not-taken", { field }))}
      {said}
    </Notice>
  );
}
