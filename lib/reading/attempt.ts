import { CloudError } from "../model/problem.ts";
import type { Absence, Call } from "../model/reading.ts";
import type { OpenReading } from "./open-reading.ts";
import { Repetition } from "./repetition.ts";

/** What a call that may fail alone gave. `error` is null for one that was not made in time. */
export type Attempted<T> = { value: T } | { absence: Absence; call: Call; error: CloudError | null };

export interface Question {
  operation: string;
  /** True where a failure says more about the permission than about the key: after three equal ones in a row the rest is not asked. */
  repeats: boolean;
  /** What a failure means where it is none: it is no problem then. Default: every failure is one. */
  excuse?: (error: CloudError) => Absence | null;
  /** True where an answer that refuses the credential says nothing about it, since the others took it. */
  isAside?: boolean;
}

/**
 * Asks for something that may fail alone, in this reading: the failure becomes a problem of the reading and an absence. Throws whatever is not about this
 * one call: a fault of our own, an abort and, unless the reading notes them too, a refused credential and a passed deadline.
 */
export async function attempt<T>(reading: OpenReading, { operation, repeats, excuse, isAside }: Question, ask: () => Promise<T>): Promise<Attempted<T>> {
  goesOn(reading);
  const repetition = reading.repetitions.get(operation) ?? new Repetition();
  reading.repetitions.set(operation, repetition);
  try {
    if (repeats && repetition.error) throw repetition.error;
    const value = await ask();
    repetition.note(null);
    return { value };
  } catch (error) {
    const failure = failureOf(reading, error, operation, isAside);
    if (!failure) {
      reading.ended ??= { reason: error };
      throw error;
    }
    repetition.note(failure);
    const excused = excuse?.(failure) ?? null;
    if (!excused) reading.problems.add(failure);
    const call = { operation: failure.operation, at: reading.now().toISOString(), requestId: failure.requestId };
    if (failure.code === LATE) return { absence: { reason: "pending" }, call, error: null };
    return { absence: excused ?? absenceOf(failure), call, error: failure };
  }
}

/** Throws when the reading was aborted, or ended by a step beside this one. */
function goesOn({ signal, onRefusal, ended }: OpenReading): void {
  if (ended) throw ended.reason;
  if (onRefusal === "end") signal?.throwIfAborted();
}

const LATE = "deadline";

function failureOf({ onRefusal }: OpenReading, error: unknown, operation: string, isAside = false): CloudError | null {
  if (error instanceof CloudError) return error.kind === "auth" && onRefusal === "end" && !isAside ? null : error;
  if (onRefusal === "end" || !(error instanceof Error) || error.name !== "TimeoutError") return null;
  const message = "The time for a live answer was over before the cloud was asked or had answered.";
  return new CloudError({ kind: "unavailable", operation, code: LATE, message });
}

/** What a refused or failed call leaves in the cells that it would have filled. */
export function absenceOf(error: CloudError): Absence {
  return { reason: error.kind === "auth" || error.kind === "forbidden" ? "denied" : "failed", note: error.code };
}
