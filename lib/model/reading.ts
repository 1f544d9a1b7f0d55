import type { Fact, FactField, KeyFacts } from "./key.ts";
import type { AbsentReason } from "./vocabulary.ts";

export interface Absence {
  reason: AbsentReason;
  /** Why in a few words, or the vendor's error code. */
  note?: string;
}

/**
 * What one answer of a cloud says about one key. It mentions only the fields that this answer speaks of:
 * a value (null or an empty list = "the cloud said empty") or an absence with its reason.
 */
export interface KeyReading {
  keyId: string;
  arn: string | null;
  values: Partial<KeyFacts>;
  absent: Partial<Record<FactField, Absence>>;
  /** The vendor's own record, verbatim, or null when the answer holds none. */
  raw: unknown;
  /** True when this answer carries everything that a describe call would. */
  described: boolean;
}

/** The call an answer came from. `at` is ISO 8601 UTC. */
export interface Call {
  operation: string;
  at: string;
  requestId: string | null;
}

/** A key as put together from all answers about it: what the store keeps. */
export interface ReadKey {
  keyId: string;
  arn: string | null;
  values: Partial<KeyFacts>;
  absent: Partial<Record<FactField, Absence>>;
  facts: Partial<Record<FactField, Fact>>;
  raw: Record<string, unknown>;
  describedAt: string | null;
}
