"use client";
import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { isLowerBound } from "#components/coverage/coverage-words.ts";
import { Button } from "#components/ui/button.tsx";
import { follow } from "#components/ui/follow.ts";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { withFilter, withoutFilter } from "#lib/query/edit-query.ts";
import { QUERY_FIELDS, type QueryField } from "#lib/query/fields.ts";
import type { FilterValue } from "#lib/query/query.ts";
import { daysInZone, settleDays } from "#lib/query/zone-range.ts";
import type { FacetNames } from "../facet-options.ts";
import type { KeyView } from "../key-view.ts";
import { tokenWords } from "../token-words.ts";
import { fieldWords } from "../words.ts";
import { type Draft, draftOf, filterOfDraft } from "./draft.ts";
import type { Editing } from "./editing.ts";
import { operatorWords } from "./operator-words.ts";
import { operatorsOf, type Operator } from "./operators.ts";
import { placeBelow } from "./place-below.ts";
import { FIRST_SPAN, isSpan, isTimeOperator, spanOf, spanRange } from "./time-range.ts";
import { ValueEditor } from "./value-editor.tsx";

const SELECT = "h-8 min-w-0 flex-1 rounded-control border border-control bg-surface px-1.5 text-field touch:h-11";

interface TokenEditorProps {
  view: KeyView;
  answer: KeysAnswer | undefined;
  names: FacetNames;
  editing: Editing;
  onClose: () => void;
}

/** One filter, edited below its token: what is compared, how, and with what. */
export function TokenEditor({ view, answer, names, editing, onClose }: TokenEditorProps) {
  const t = useWords();
  const format = useFormat();
  const { from, part, anchor } = editing;
  const start = "operator" in from ? from : draftOf(daysInZone(from, format.zone));
  const isNew = "operator" in from;
  const [draft, setDraft] = useState<Draft>(start);
  const [trouble, setTrouble] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const { field, operator } = draft;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover();
    placeBelow(element, anchor);
    const wanted = element.querySelector<HTMLElement>(`[data-part="${part}"] :is(input, select, textarea):not([disabled])`);
    wanted?.focus();
  }, [anchor, part]);
  useEffect(() => {
    const element = box.current;
    const onToggle = (event: Event) => (event as ToggleEvent).newState === "closed" && onClose();
    element?.addEventListener("toggle", onToggle);
    return () => element?.removeEventListener("toggle", onToggle);
  }, [onClose]);

  const close = () => box.current?.hidePopover();
  function change(next: Draft) {
    setTrouble(null);
    setDraft(next);
  }
  function chooseField(next: QueryField) {
    const first = operatorsOf(next)[0] ?? "is";
    change({ field: next, operator: first, values: firstValues(next, first) });
  }
  function chooseOperator(next: Operator) {
    change({ field, operator: next, values: valuesFor(next, draft) });
  }
  function apply(event: FormEvent) {
    event.preventDefault();
    const filter = filterOfDraft(draft);
    if (!filter) return setTrouble(t("edit.nothing"));
    const rest = isNew ? view.query : withoutFilter(view.query, from.field);
    close();
    follow(view.href(withFilter(rest, settleDays(filter, format.zone))));
  }

  const offer = { facets: answer?.facets ?? {}, rows: answer?.rows ?? [], names, isPartial: answer ? isLowerBound(answer.coverage) : false, t };
  const operators = operatorsOf(field);
  const words = isNew ? null : tokenWords(from, { t, format, name: (id, field) => names.label(field, id) });
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={words ? t("edit.open", { ...words }) : t("edit.title")}
      className="quiet-scroll m-0 inset-auto max-h-[min(520px,80vh)] w-[340px] max-w-[calc(100vw-16px)] overflow-auto rounded-card border border-line bg-raised p-3 text-ink shadow-float phone:inset-x-0 phone:bottom-0 phone:w-full phone:max-w-none phone:rounded-none"
    >
      <form onSubmit={apply}>
        <div className="mb-2.5 flex gap-2">
          <span data-part="field" className="flex min-w-0 flex-1">
            <select aria-label={t("edit.field")} value={field} onChange={(event) => chooseField(event.target.value as QueryField)} className={SELECT}>
              {QUERY_FIELDS.filter((one) => one !== "ref" || field === "ref").map((one) => (
                <option key={one} value={one}>
                  {fieldWords(one, t)}
                </option>
              ))}
            </select>
          </span>
          <span data-part="operator" className="flex min-w-0 flex-1">
            <select aria-label={t("edit.operator")} value={operator} onChange={(event) => chooseOperator(event.target.value as Operator)} className={SELECT}>
              {(operators.includes(operator) ? operators : [...operators, operator]).map((one) => (
                <option key={one} value={one}>
                  {operatorWords(field, one, t)}
                </option>
              ))}
            </select>
          </span>
        </div>
        <fieldset data-part="values" aria-describedby={trouble ? `${id}-trouble` : undefined}>
          <legend className="sr-only">{t("edit.values")}</legend>
          <ValueEditor key={`${field} ${operator}`} draft={draft} offer={offer} onChange={change} onTrouble={setTrouble} />
        </fieldset>
        {trouble && (
          <p id={`${id}-trouble`} role="alert" className="mt-1.5 text-hint text-danger">
            {trouble}
          </p>
        )}
        <div className="mt-3 flex gap-2">
          <Button kind="primary" type="submit">
            {t("edit.apply")}
          </Button>
          {!isNew && (
            <Button
              onClick={() => {
                close();
                follow(view.href(withoutFilter(view.query, from.field)));
              }}
            >
              {t("edit.remove")}
            </Button>
          )}
          <Button kind="quiet" onClick={close} className="ml-auto">
            {t("cancel")}
          </Button>
        </div>
        {isTimeOperator(operator) && !isSpan(operator) && <p className="mt-2 text-hint text-ink-3">{t("edit.days.hint", { zone: format.zone })}</p>}
      </form>
    </div>
  );
}

const firstValues = (field: QueryField, operator: Operator): FilterValue[] => (isSpan(operator) ? [spanRange(field, operator, FIRST_SPAN)] : []);

/** What of a draft's values another operator can use: a list stays a list, a span a span, days stay days. */
function valuesFor(next: Operator, { field, operator, values }: Draft): FilterValue[] {
  if (!isTimeOperator(next)) return isTimeOperator(operator) ? [] : values;
  const [first] = values;
  const range = first?.kind === "range" ? first : null;
  if (isSpan(next)) return [spanRange(field, next, (range && spanOf(range)) ?? FIRST_SPAN)];
  const day = range?.from?.kind === "day" ? range.from : range?.to?.kind === "day" ? range.to : null;
  return day ? [{ kind: "range", from: day, to: range?.to?.kind === "day" ? range.to : day }] : [];
}
