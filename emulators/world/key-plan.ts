import type { FactField, KeyFacts } from "#lib/model/key.ts";
import type { AbsentReason } from "#lib/model/vocabulary.ts";

/** What makes a key special; everything unsaid is filled in by `buildKey`. */
export interface KeyPlan {
  /** Unique within account, region and project: the id follows from it. */
  label: string;
  keyId?: string;
  facts?: Partial<KeyFacts>;
  absent?: Partial<Record<FactField, AbsentReason>>;
  denied?: string[];
  wire?: Record<string, string | null>;
}

/** Turns "days from now" into a time of the world. */
export type At = (days: number) => string;
