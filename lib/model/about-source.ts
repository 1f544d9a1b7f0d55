import type { Told } from "./told.ts";

/** A dedicated instance or keystore, where keys may live apart from the shared service. */
export interface KeyInstance {
  id: string;
  name: string | null;
  /** The cloud's word, lower-kebabed: `connected`, `dhsm`. */
  status: string | null;
  kind: string | null;
  /** ISO 8601 UTC; when the subscription ends. */
  endsAt: string | null;
  /** Why nothing but its id is known: the cloud's error code, or that it was not asked about. */
  note?: string;
}

export interface Quota {
  /** What is counted, in the cloud's word: `CMK`. */
  name: string;
  used: number | null;
  most: number | null;
}

/** What a cloud says about its service at one source and not about a key: asked once a reading, each allowed to fail alone. */
export interface SourceFacts {
  /** `enabled`, `not-enabled`, `in-debt`, `suspended` or the cloud's own word, lower-kebabed. */
  service: string;
  instances: KeyInstance[];
  quotas: Quota[];
}
export type AboutName = keyof SourceFacts;

const ABOUT = { service: true, instances: true, quotas: true } as const satisfies Record<AboutName, true>;
export const ABOUT_NAMES = Object.keys(ABOUT) as AboutName[];

/** What a source's last reading was told; an entry that is missing was never asked for. */
export type AboutSource = { [Name in AboutName]?: Told<SourceFacts[Name]> };

/** What a reading cost, tries again included. */
export interface ReadingCost {
  calls: number;
  throttled: number;
  /** Keys that were described one by one, or whose details were asked for. */
  described: number;
  ms: number;
  /** `full`: everything was asked of every key; `light`: what the last readings told is young enough to stand (`lib/sync/README.md`). */
  kind: "full" | "light";
}
