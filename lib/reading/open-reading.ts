import type { Cloud, Connection } from "../clouds/cloud.ts";
import type { ReadingPart } from "../model/merge-readings.ts";
import type { SourceAddress } from "../model/source.ts";
import { ProblemNotes } from "./problem-notes.ts";
import type { Repetition } from "./repetition.ts";
import type { ProblemPlace } from "./to-problem.ts";

/** Which question an answer belongs to, in the order in which answers are put together, whatever order they came in. */
export const STEPS = ["listed", "kept", "census", "swept", "described", "detailed"] as const;
export type Step = (typeof STEPS)[number];

export interface HeardPart extends ReadingPart {
  step: Step;
  /** The call failed: what stands here is the reason. */
  failed: boolean;
}

/** A source that is being asked: what was heard of each key so far. */
export interface OpenReading extends ReadingOptions {
  onRefusal: "end" | "note";
  now: () => Date;
  /** Everything heard about each key, by key id. */
  heard: Map<string, HeardPart[]>;
  problems: ProblemNotes;
  /** Failures in a row, by the name of the call. */
  repetitions: Map<string, Repetition>;
  /** `<name> <key id>` of what was asked about single keys: nothing is asked twice. */
  asked: Set<string>;
  /** Pages of listings; calls are the way out's to count. */
  pages: number;
  /** Keys that were asked about one by one. */
  single: Set<string>;
  /** Set when a step threw: whatever runs beside it begins nothing new. */
  ended: { reason: unknown } | null;
}

export interface ReadingOptions {
  cloud: Cloud;
  connection: Connection;
  /** Where the calls go. */
  source: SourceAddress;
  /** How problems name the source. */
  at: ProblemPlace;
  signal?: AbortSignal;
  /**
   * A credential that is refused on the way and a deadline that passes either end the reading (`end`, the default: they are thrown), or are noted like
   * any failure (`note`: for an answer that must come in time; what was not asked in time is `pending`).
   */
  onRefusal?: "end" | "note";
  now?: () => Date;
}

/** Opens a reading; nothing is sent yet. Each step is a function of its own, to be called or not. */
export function openReading(options: ReadingOptions): OpenReading {
  const now = options.now ?? (() => new Date());
  return {
    ...options,
    onRefusal: options.onRefusal ?? "end",
    now,
    heard: new Map(),
    problems: new ProblemNotes(options.at, now),
    repetitions: new Map(),
    asked: new Set(),
    pages: 0,
    single: new Set(),
    ended: null,
  };
}
