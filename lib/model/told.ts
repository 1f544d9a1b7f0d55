import type { Fact } from "./key.ts";
import type { AbsentReason } from "./vocabulary.ts";

/** What one call told beside a row's cells, or why it told nothing. `fact` is the call; null when none was made. */
export type Told<T> = { value: T; fact: Fact } | { absent: AbsentReason; note: string | null; fact: Fact | null };
