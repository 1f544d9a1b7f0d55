import type { ExtraName, KeyExtras } from "#lib/model/extras.ts";
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
  sharedWith?: readonly string[];
  wire?: Record<string, string | null>;
  /** How many versions the key has, evenly spread up to its last rotation; they follow from the rotation otherwise. */
  versions?: number;
  /** How many grants it has (Huawei). */
  grants?: number;
  extras?: Partial<KeyExtras>;
  extrasAbsent?: Partial<Record<ExtraName, AbsentReason>>;
}

/** Turns "days from now" into a time of the world. */
export type At = (days: number) => string;
