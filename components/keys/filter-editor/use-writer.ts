"use client";
import { type RefObject, useState } from "react";
import { isLowerBound } from "#components/coverage/coverage-words.ts";
import { follow } from "#components/ui/follow.ts";
import { announce } from "#components/ui/live-region.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { withoutFilter } from "#lib/query/edit-query.ts";
import type { Filter } from "#lib/query/query.ts";
import type { FacetNames } from "../facet-options.ts";
import type { KeyView } from "../key-view.ts";
import { type Speech, tokenWords } from "../token-words.ts";
import type { Editing } from "./editing.ts";
import { joinFilter } from "./join-filter.ts";
import { type Deed, deedOf, type Step, suggest } from "./suggest.ts";
import { useJump } from "./use-jump.ts";
import { useKeyHits } from "./use-key-hits.ts";

export interface Writing {
  view: KeyView;
  answer: KeysAnswer | undefined;
  names: FacetNames;
  input: RefObject<HTMLInputElement | null>;
  text: string;
  setText: (text: string) => void;
  onEdit: (editing: Editing) => void;
}

/** What is being written, what is offered for it, and what comes of a choice. */
export function useWriter({ view, answer, names, input, text, setText, onEdit }: Writing) {
  const t = useWords();
  const format = useFormat();
  const [step, setStep] = useState<Step | null>(null);
  const [isOpen, setOpen] = useState(() => document.activeElement === input.current);
  const [active, setActive] = useState(-1);
  const [pasted, setPasted] = useState<string | null>(null);
  const speech: Speech = { t, format, name: (id, field) => names.label(field, id) };
  const offer = { facets: answer?.facets ?? {}, rows: answer?.rows ?? [], names, isPartial: answer ? isLowerBound(answer.coverage) : false, t };
  const keys = useKeyHits(step ? "" : text, isOpen);
  const items = [...suggest(step, text, offer, view.query, speech), ...keys.found];
  const jump = useJump({ view, onOpened: rest, onText: say });

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
      // The chip of the draft goes with the draft; the field stays.
      if (input.current) onEdit({ from: { field, operator: operator ?? "is", values: [] }, part: "values", anchor: input.current });
    }
  }

  /** Backspace in an empty field: the last choice is undone, then the last filter goes. */
  function stepBack() {
    if (step?.operator) return setStep({ ...step, operator: null });
    if (step) return setStep(null);
    const last = view.query.filters.at(-1);
    if (!last) return;
    follow(view.href(withoutFilter(view.query, last.field)));
    announce(t("suggest.removed", { sentence: Object.values(tokenWords(last, speech)).join(" ") }));
  }

  function commit() {
    const chosen = items[active]?.deed ?? deedOf(step, text, offer, format.zone);
    if (!items[active] && !step && jump.tries(text)) return;
    if (chosen) act(chosen);
  }

  // Another text leaves nothing chosen.
  const [chosenFor, setChosenFor] = useState(text);
  if (chosenFor !== text) {
    setChosenFor(text);
    setActive(-1);
    if (text) setOpen(true);
    if (text) jump.forget();
  }

  return { step, items, active, setActive, isOpen, setOpen, pasted, setPasted, keys, jump, isPartial: offer.isPartial, rest, act, stepBack, commit };
}
