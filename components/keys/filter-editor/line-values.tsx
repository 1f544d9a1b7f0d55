"use client";
import { useState } from "react";
import { useWords } from "#components/ui/words.tsx";
import { ruleOf } from "#lib/query/fields.ts";
import { formatValue } from "#lib/query/format-value.ts";
import type { FilterValue } from "#lib/query/query.ts";
import { choicesOf } from "./choices-of.ts";
import { readValue } from "./read-text.ts";
import type { ValueEditorProps } from "./value-editor.tsx";

/** Values as lines of text; the words for a missing value can be ticked below. */
export function LineValues({ draft, offer, onChange, onTrouble }: ValueEditorProps) {
  const t = useWords();
  const { field, operator, values } = draft;
  const isTag = ruleOf(field).kind === "tag";
  const isLine = (value: FilterValue) => value.kind === "text" || value.kind === "tag";
  const asLine = (value: FilterValue) => (value.kind === "text" ? value.text : formatValue(field, value).replaceAll("\\,", ","));
  const [lines, setLines] = useState(() => values.filter(isLine).map(asLine).join("\n"));
  const gaps = operator === "is" || operator === "not-is" ? choicesOf(field, offer).filter(({ isGap }) => isGap) : [];
  const keyOf = (value: FilterValue) => formatValue(field, value);
  const chosen = new Set(values.map(keyOf));

  function write(text: string) {
    setLines(text);
    const written = text.split("\n").filter((line) => line.trim() !== "");
    const read = written.map((line) => readValue(field, operator, line));
    const broken = written.find((_, at) => read[at] === null);
    onChange({ ...draft, values: [...read.filter((value) => value !== null), ...values.filter((value) => !isLine(value))] });
    if (broken !== undefined) onTrouble(t("edit.broken", { value: broken }));
  }

  return (
    <>
      <textarea
        aria-label={t(isTag ? "edit.lines.tag" : "edit.lines")}
        placeholder={t(isTag ? "edit.lines.tag" : "edit.lines")}
        rows={Math.min(8, Math.max(2, lines.split("\n").length))}
        value={lines}
        spellCheck={false}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || lines.includes("\n")) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        className="block w-full rounded-control border border-control bg-surface px-2 py-1.5 text-field"
      />
      {gaps.length > 0 && (
        <>
          <p className="mt-2 px-1 text-hint text-ink-3">{t("edit.gaps")}</p>
          <div className="grid grid-cols-2">
            {gaps.map(({ key, value, label }) => (
              <label key={key} className="flex min-h-7 items-center gap-2 rounded-token px-1 hover:bg-hover touch:min-h-11">
                <input
                  type="checkbox"
                  checked={chosen.has(key)}
                  onChange={() => onChange({ ...draft, values: chosen.has(key) ? values.filter((other) => keyOf(other) !== key) : [...values, value] })}
                  className="size-3.5 accent-(--accent-fill)"
                />
                {label}
              </label>
            ))}
          </div>
        </>
      )}
    </>
  );
}
