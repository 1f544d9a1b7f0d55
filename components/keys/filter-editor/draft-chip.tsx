"use client";
import { X } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#components/ui/words.tsx";

/** What has been chosen of a filter that is not whole yet: its property, and how it compares. */
export function DraftChip({ words, onDrop }: { words: readonly string[]; onDrop: () => void }) {
  const t = useWords();
  const [field, operator] = words;
  return (
    <span className="inline-flex h-6 shrink-0 items-center rounded-token border border-dashed border-accent text-token whitespace-nowrap phone:h-9">
      <span className="pl-[7px] text-ink-2">{field}</span>
      {operator && <span className="pl-1 text-accent">{operator}</span>}
      <button
        type="button"
        aria-label={t("suggest.drop", { field: words.join(" ") })}
        onClick={onDrop}
        className="grid h-6 w-6 place-items-center text-ink-3 hover:text-ink phone:h-9 phone:w-8"
      >
        <Icon of={X} size={11} />
      </button>
    </span>
  );
}
