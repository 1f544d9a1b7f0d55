"use client";
import { type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { isLowerBound } from "#components/coverage/coverage-words.ts";
import { follow } from "#components/ui/follow.ts";
import { announce } from "#components/ui/live-region.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { withoutFilter } from "#lib/query/edit-query.ts";
import type { Filter } from "#lib/query/query.ts";
import type { FacetNames } from "../facet-options.ts";
import { tokenWords } from "../token-words.ts";
import type { KeyView } from "../key-view.ts";
import { fieldWords } from "../words.ts";
import { DraftChip } from "./draft-chip.tsx";
import type { Editing } from "./editing.ts";
import { joinFilter } from "./join-filter.ts";
import { operatorWords } from "./operator-words.ts";
import { PasteMany } from "./paste-many.tsx";
import { type Deed, deedOf, type Step, suggest, type Suggestion } from "./suggest.ts";
import { SuggestionList } from "./suggestion-list.tsx";
import { useJump } from "./use-jump.ts";
import { useKeyHits } from "./use-key-hits.ts";
import { useComboboxMarks } from "./use-combobox-marks.ts";
import { useFieldKeys } from "./use-field-keys.ts";

interface FilterWriterProps {
  view: KeyView;
  answer: KeysAnswer | undefined;
  names: FacetNames;
  input: RefObject<HTMLInputElement | null>;
  /** Whether Enter was pressed while this was on its way. */
  early: RefObject<boolean>;
  text: string;
  setText: (text: string) => void;
  onEdit: (editing: Editing) => void;
}

/** Suggestions below the field while it is typed in: property, operator, value. The field itself keeps the focus. */
export function FilterWriter({ view, answer, names, input, early, text, setText, onEdit }: FilterWriterProps) {
  const t = useWords();
  const format = useFormat();
  const [step, setStep] = useState<Step | null>(null);
  const [isOpen, setOpen] = useState(() => document.activeElement === input.current);
  const [active, setActive] = useState(-1);
  const [pasted, setPasted] = useState<string | null>(null);
  const chip = useRef<HTMLSpanElement>(null);
  const id = useId();
  const speech = { t, format, name: (account: string) => names.label("account", account) };
  const offer = { facets: answer?.facets ?? {}, rows: answer?.rows ?? [], names, isPartial: answer ? isLowerBound(answer.coverage) : false, t };
  const keys = useKeyHits(step ? "" : text, isOpen);
  const items = [...suggest(step, text, offer, view.query, speech), ...keys.found];

  function rest() {
    setText("");
    setStep(null);
    setActive(-1);
  }

  function say(filter: Filter) {
    follow(view.href(joinFilter(view.query, filter)));
    announce(t("suggest.added", { sentence: Object.values(tokenWords(filter, speech)).join(" ") }));
    rest();
    setOpen(false);
  }

  function act(deed: Deed) {
    if (deed.kind === "filter") return say(deed.filter);
    if (deed.kind === "step") {
      setStep(deed.step);
      setText("");
      setActive(-1);
      setOpen(true);
      return;
    }
    rest();
    setOpen(false);
    if (deed.kind === "open") follow(view.href({ ...view.query, key: deed.ref }));
    if (deed.kind === "paste") setPasted("");
    if (deed.kind === "edit") {
      const { field, operator } = deed.step;
      onEdit({ from: { field, operator: operator ?? "is", values: [] }, part: "values", anchor: chip.current ?? (input.current as HTMLElement) });
    }
  }

  const jump = useJump({ view, onOpened: rest, onText: (filter) => say(filter) });

  function stepBack() {
    if (step?.operator) return setStep({ ...step, operator: null });
    if (step) return setStep(null);
    const last = view.query.filters.at(-1);
    if (!last) return;
    follow(view.href(withoutFilter(view.query, last.field)));
    announce(t("suggest.removed", { sentence: Object.values(tokenWords(last, speech)).join(" ") }));
  }

  function commit() {
    const chosen = items[active]?.deed ?? deedOf(step, text, offer);
    if (!items[active] && !step && jump.tries(text)) return;
    if (chosen) act(chosen);
  }
  const commitEarly = useEffectEvent(commit);
  useEffect(() => {
    if (early.current) commitEarly();
  }, [early]);

  useFieldKeys(input, {
    isOpen,
    count: items.length,
    active,
    move: (to) => {
      setActive(to);
      setOpen(true);
    },
    commit,
    close: () => {
      if (isOpen) setOpen(false);
      else if (step || text) rest();
      else return false;
      setActive(-1);
      return true;
    },
    erase: () => stepBack(),
    // The focus that comes back from the dialog asks for nothing.
    open: () => pasted === null && setOpen(true),
    leave: () => {
      setOpen(false);
      jump.forget();
    },
    pasteMany: setPasted,
    pasteOne: jump.tries,
  });
  // Another text leaves nothing chosen.
  const [chosenFor, setChosenFor] = useState(text);
  if (chosenFor !== text) {
    setChosenFor(text);
    setActive(-1);
    if (text) setOpen(true);
    if (text) jump.forget();
  }

  useComboboxMarks(input, { id, isOpen, active, hint: t(step ? "suggest.hint" : "search.hint") });

  const words = step && [fieldWords(step.field, t), ...(step.operator ? [operatorWords(step.field, step.operator, t)] : [])];
  return (
    <>
      {words && (
        <DraftChip
          ref={chip}
          words={words}
          onDrop={() => {
            rest();
            input.current?.focus();
          }}
        />
      )}
      {isOpen && (
        <SuggestionList
          // Another list begins at its top.
          key={`${step?.field} ${step?.operator}`}
          id={id}
          items={items}
          active={active}
          typed={text.trim()}
          isPartial={offer.isPartial}
          status={jump.status ?? keys.status ?? (items.length === 0 ? t("suggest.none", { text: emptyWords(step, t) }) : null)}
          onChoose={(item: Suggestion) => {
            act(item.deed);
            input.current?.focus();
          }}
        />
      )}
      {!isOpen && jump.note && (
        <p role="status" className="absolute top-full left-0 z-30 mt-1 max-w-full rounded-card border border-line bg-raised px-3 py-2 break-words shadow-float">
          {jump.note}
        </p>
      )}
      {pasted !== null && <PasteMany view={view} given={pasted} isPartial={offer.isPartial} onClose={() => setPasted(null)} />}
    </>
  );
}

function emptyWords(step: Step | null, t: ReturnType<typeof useWords>): string {
  if (!step) return "";
  return t(["created", "deletes", "expires", "rotated"].includes(step.field) ? "suggest.none.time" : "suggest.none.closed");
}
