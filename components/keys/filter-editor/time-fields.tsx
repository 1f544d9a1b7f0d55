"use client";
import { useState } from "react";
import { useWords } from "#components/ui/words.tsx";
import type { Bound } from "#lib/query/query.ts";
import type { SpanOperator } from "./operators.ts";
import { type DayOperator, FIRST_SPAN, type Range, spanOf, spanRange } from "./time-range.ts";
import type { ValueEditorProps } from "./value-editor.tsx";

const INPUT = "h-8 min-w-0 flex-1 rounded-control border border-control bg-surface px-2 text-field touch:h-11";
const UNITS = ["h", "d", "w"] as const;
const OPEN: Range = { kind: "range", from: null, to: null };

const rangeIn = ({ draft }: ValueEditorProps): Range => (draft.values[0]?.kind === "range" ? draft.values[0] : OPEN);

/** "30 days" from now on, or until now. */
export function SpanFields({ operator, ...given }: ValueEditorProps & { operator: SpanOperator }) {
  const t = useWords();
  const { draft, onChange } = given;
  const [span, setSpan] = useState(() => spanOf(rangeIn(given)) ?? FIRST_SPAN);
  const [amount, setAmount] = useState(String(span.amount));
  function change(next: typeof span) {
    setSpan(next);
    onChange({ ...draft, values: next.amount > 0 ? [spanRange(draft.field, operator, next)] : [] });
  }
  return (
    <div className="flex gap-2">
      <input
        type="number"
        min={1}
        max={99_999}
        required
        aria-label={t("edit.amount")}
        value={amount}
        onChange={(event) => {
          setAmount(event.target.value);
          change({ ...span, amount: Math.trunc(Number(event.target.value)) || 0 });
        }}
        className={INPUT}
      />
      <select
        aria-label={t("edit.unit")}
        value={span.unit}
        onChange={(event) => change({ ...span, unit: event.target.value as typeof span.unit })}
        className={INPUT}
      >
        {UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {t(`edit.unit.${unit}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

const ENDS: Record<DayOperator, readonly ("from" | "to")[]> = {
  before: ["to"],
  until: ["to"],
  from: ["from"],
  after: ["from"],
  between: ["from", "to"],
};

/** One day or two, by the browser's own date field. */
export function DayFields({ operator, ...given }: ValueEditorProps & { operator: DayOperator }) {
  const t = useWords();
  const { draft, onChange } = given;
  const range = rangeIn(given);
  const dayOf = (bound: Bound | null) => (bound?.kind === "day" ? bound.day : "");
  const labels = { from: "edit.first", to: "edit.last" } as const;
  const ends = ENDS[operator];
  return (
    <div className="flex gap-2">
      {ends.map((end) => (
        <input
          key={end}
          type="date"
          required
          min="1000-01-01"
          max="9999-12-31"
          aria-label={t(ends.length === 1 ? "edit.day" : labels[end])}
          value={dayOf(range[end])}
          onChange={({ target }) => onChange({ ...draft, values: [{ ...range, [end]: target.value ? { kind: "day", day: target.value } : null }] })}
          className={INPUT}
        />
      ))}
    </div>
  );
}
