import type { FactField, KeyFacts } from "../model/key.ts";
import type { Absence, KeyReading } from "../model/reading.ts";

export interface ReadingDraft {
  /** The cloud said it; null or an empty list = it said "empty". */
  say<F extends FactField>(field: F, value: KeyFacts[F]): void;
  /** Nobody said it, or it does not apply. */
  lack(field: FactField, absence: Absence): void;
  done(at: { keyId: string; arn: string | null; raw: unknown; described: boolean }): KeyReading;
}

/** Puts a reading together field by field; the last word on a field counts. */
export function draftReading(): ReadingDraft {
  const values: KeyReading["values"] = {};
  const absent: KeyReading["absent"] = {};
  return {
    say(field, value) {
      values[field] = value;
      delete absent[field];
    },
    lack(field, absence) {
      absent[field] = absence;
      delete values[field];
    },
    done: (at) => ({ ...at, values, absent }),
  };
}
