"use client";
import { type RefObject, useEffect, useEffectEvent, useId } from "react";
import { useWords } from "#components/ui/words.tsx";
import { ruleOf } from "#lib/query/fields.ts";
import { fieldWords } from "../words.ts";
import { readLine } from "./as-identifier.ts";
import { DraftChip } from "./draft-chip.tsx";
import { operatorWords } from "./operator-words.ts";
import { PasteMany } from "./paste-many.tsx";
import type { Step, Suggestion } from "./suggest.ts";
import { SuggestionList } from "./suggestion-list.tsx";
import { useComboboxMarks } from "./use-combobox-marks.ts";
import { useFieldKeys } from "./use-field-keys.ts";
import { useWriter, type Writing } from "./use-writer.ts";

interface FilterWriterProps extends Writing {
  /** Whether Enter was pressed while this was on its way. */
  early: RefObject<boolean>;
}

/** Suggestions below the field while it is typed in: property, operator, value. The field itself keeps the focus. */
export function FilterWriter({ early, ...given }: FilterWriterProps) {
  const t = useWords();
  const { view, input, text } = given;
  const id = useId();
  const writer = useWriter(given);
  const { step, items, active, isOpen, setOpen, pasted, setPasted, jump, isPartial, rest, act } = writer;

  /** What was pasted or entered while this was on its way is answered now. */
  const catchUp = useEffectEvent(() => {
    const list = readLine(text);
    if (list.length > 0) {
      rest();
      setOpen(false);
      setPasted(list.join("\n"));
    } else if (early.current) writer.commit();
  });
  useEffect(() => catchUp(), []);

  useFieldKeys(input, {
    isOpen,
    count: items.length,
    active,
    move: (to) => {
      writer.setActive(to);
      setOpen(true);
    },
    commit: writer.commit,
    close: () => {
      if (isOpen) setOpen(false);
      else if (step || text) rest();
      else return false;
      writer.setActive(-1);
      return true;
    },
    erase: writer.stepBack,
    // The focus that comes back from the dialog asks for nothing.
    open: () => pasted === null && setOpen(true),
    leave: () => {
      setOpen(false);
      jump.forget();
    },
    pasteMany: setPasted,
    pasteOne: jump.tries,
    pasteWord: (word) => jump.triesAlias(word, () => input.current?.value.trim() === word),
  });

  useComboboxMarks(input, { id, isOpen, active, hint: t(step ? "suggest.hint" : "search.hint") });

  const words = step && [fieldWords(step.field, t), ...(step.operator ? [operatorWords(step.field, step.operator, t)] : [])];
  return (
    <>
      {words && (
        <DraftChip
          words={words}
          onDrop={() => {
            rest();
            input.current?.focus();
          }}
        />
      )}
      {isOpen && (
        <SuggestionList
          id={id}
          items={items}
          active={active}
          typed={text.trim()}
          isPartial={isPartial}
          status={jump.status ?? writer.keys.status ?? (items.length === 0 ? t("suggest.none", { text: emptyWords(step, t) }) : null)}
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
      {pasted !== null && <PasteMany view={view} given={pasted} isPartial={isPartial} onClose={() => setPasted(null)} />}
    </>
  );
}

function emptyWords(step: Step | null, t: ReturnType<typeof useWords>): string {
  if (!step) return "";
  return t(ruleOf(step.field).kind === "time" ? "suggest.none.time" : "suggest.none.closed");
}
