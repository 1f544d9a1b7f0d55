"use client";
import { useState } from "react";
import { useFormat, useWords } from "#components/ui/words.tsx";
import { formatValue } from "#lib/query/format-value.ts";
import type { FilterValue } from "#lib/query/query.ts";
import { type Speech, tokenWords } from "../token-words.ts";
import { type Choice, choicesOf } from "./choices-of.ts";
import { matches } from "./suggest.ts";
import type { ValueEditorProps } from "./value-editor.tsx";

/** So many values stand there without a field to find one. */
const SHORT = 8;

/** The values of a field with their counts, each to be ticked; the words for a missing value stand last. */
export function ListValues({ draft, offer, onChange }: ValueEditorProps) {
  const t = useWords();
  const format = useFormat();
  const [find, setFind] = useState("");
  const { field, values } = draft;
  const keyOf = (value: FilterValue) => formatValue(field, value);
  const offered = choicesOf(field, offer);
  const speech: Speech = { t, format, name: (id, field) => offer.names.label(field, id) };
  const [strange] = useState(() =>
    values
      .filter((value) => !offered.some(({ key }) => key === keyOf(value)))
      .map((value): Choice => {
        const label = tokenWords({ field, negated: false, match: "equals", values: [value] }, speech).values;
        return { key: keyOf(value), value, label, count: null, isGap: false };
      }),
  );
  const chosen = new Set(values.map(keyOf));
  const shown = [...strange, ...offered].filter(({ label }) => matches(label, find));
  const toggle = ({ key, value }: Choice) =>
    onChange({ ...draft, values: chosen.has(key) ? values.filter((other) => keyOf(other) !== key) : [...values, value] });
  return (
    <>
      {offered.length > SHORT && (
        <input
          type="search"
          aria-label={t("edit.find")}
          placeholder={t("edit.find")}
          value={find}
          onChange={(event) => setFind(event.target.value)}
          onKeyDown={(event) => {
            const [only, more] = shown;
            if (event.key !== "Enter" || event.nativeEvent.isComposing || !find || !only || more) return;
            event.preventDefault();
            toggle(only);
          }}
          className="mb-1.5 h-8 w-full rounded-control border border-control bg-surface px-2 text-field touch:h-11"
        />
      )}
      <div className="quiet-scroll max-h-[264px] overflow-auto">
        {shown.map((choice, at) => (
          <div key={choice.key}>
            {choice.isGap && !shown[at - 1]?.isGap && <p className="mt-1.5 border-t border-line px-1 pt-1.5 text-hint text-ink-3">{t("edit.gaps")}</p>}
            <label className="flex min-h-7 items-center gap-2 rounded-token px-1 hover:bg-hover touch:min-h-11">
              <input type="checkbox" checked={chosen.has(choice.key)} onChange={() => toggle(choice)} className="size-3.5 accent-(--accent-fill)" />
              <span className="min-w-0 flex-1 truncate" title={choice.label}>
                {choice.label}
              </span>
              {choice.count !== null && <span className="text-hint text-ink-3">{format.count(choice.count, offer.isPartial)}</span>}
            </label>
          </div>
        ))}
        {shown.length === 0 && <p className="px-1 py-1 text-ink-3">{t("facet.none")}</p>}
      </div>
    </>
  );
}
