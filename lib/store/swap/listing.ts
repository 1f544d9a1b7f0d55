import type { AboutSource, ReadingCost } from "../../model/about-source.ts";
import type { Problem } from "../../model/problem.ts";
import type { ReadKey } from "../../model/reading.ts";
import type { KeyPlace } from "../../model/to-key-row.ts";

/** A key that we hold and the listing lacked, and what asking for it by itself gave. */
export type Absentee =
  | { answer: "not-found"; keyId: string; operation: string }
  | { answer: "found"; keyId: string; key: ReadKey }
  /** It was listed, and was gone before it could be described: kept as a tombstone even where it was never held. */
  | { answer: "vanished"; keyId: string; key: ReadKey; operation: string }
  | { answer: "none"; keyId: string };

/** What a reading was told of one key by calls that it does not make for every key every time: they are remembered even where nothing changed. */
export interface KeyCheck {
  keyId: string;
  describedAt: string;
  requestId: string | null;
  /** Operation → its last answer about this key. */
  calls: Record<string, { at: string; requestId: string | null }>;
}

/** A complete listing of a source, put together: what a swap takes in. */
export interface Listing {
  place: KeyPlace;
  /** When the reading ended. */
  at: string;
  /** The list call, as the origin of "present", "missing" and "gone". */
  operation: string;
  keys: ReadKey[];
  /** Empty when the counts did not match: then nothing is marked missing or gone. */
  absentees: Absentee[];
  claimed: number | null;
  countMismatch: boolean;
  /** Refused and failed details, and the count mismatch. */
  problems: Problem[];
  /** Seconds until the source is due again. */
  nextSeconds: number;
  checks: KeyCheck[];
  about: AboutSource;
  onlySpecs: readonly string[] | null;
  /** Fields by which the cloud's own filter may miss some of these keys. */
  mayMiss: readonly string[];
  cost: ReadingCost;
}
