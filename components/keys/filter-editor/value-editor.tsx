"use client";
import { ruleOf } from "#lib/query/fields.ts";
import type { Offer } from "./choices-of.ts";
import type { Draft } from "./draft.ts";
import { LineValues } from "./line-values.tsx";
import { ListValues } from "./list-values.tsx";
import { isSpan, isTimeOperator } from "./time-range.ts";
import { DayFields, SpanFields } from "./time-fields.tsx";

export interface ValueEditorProps {
  draft: Draft;
  offer: Offer;
  onChange: (draft: Draft) => void;
  /** What stands there and is no value. */
  onTrouble: (words: string | null) => void;
}

/** The right control for what is compared: a span, days, a list with counts, or lines of text. */
export function ValueEditor(given: ValueEditorProps) {
  const { field, operator } = given.draft;
  if (operator === "empty" || operator === "not-empty") return null;
  if (isSpan(operator)) return <SpanFields {...given} operator={operator} />;
  if (isTimeOperator(operator)) return <DayFields {...given} operator={operator} />;
  const { kind, facet } = ruleOf(field);
  const isChosen = (operator === "is" || operator === "not-is") && (facet === true || kind === "time");
  return isChosen ? <ListValues {...given} /> : <LineValues {...given} />;
}
