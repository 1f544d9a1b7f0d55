import type { AboutName, SourceFacts } from "../model/about-source.ts";
import type { ExtraName, KeyExtras } from "../model/extras.ts";
import type { FactField } from "../model/key.ts";
import type { Absence, Call, KeyReading } from "../model/reading.ts";
import type { SourceAddress } from "../model/source.ts";

export interface Answer<T> {
  value: T;
  call: Call;
}

/** One page of what is told for many keys at once. */
export interface SweepPage {
  /** Readings of just the sweep's fields. A key may stand on several pages: `mergeReadings` joins its aliases and tags. */
  readings: KeyReading[];
  next: string | null;
  call: Call;
  /** Rows of this page, and of the whole list as the cloud claims it: a list that ends before its total tells nothing. null = it claims none. */
  rows?: number;
  total?: number | null;
}

export interface Sweep {
  name: string;
  operation: string;
  fields: readonly FactField[];
  /** What a key that a complete sweep never mentioned has: the cloud said empty. */
  empty: KeyReading["values"];
  /** Some sweeps take the key ids, some batches of them (`batch` ids a call), some none. */
  batch: number | null;
  page(source: SourceAddress, at: { pageToken: string | null; keyIds: readonly string[] }): Promise<SweepPage>;
}

export interface Detail {
  name: string;
  operation: string;
  fields: readonly FactField[];
  /** False when the question makes no sense for this key: the adapter has marked the fields `not-applicable` then. */
  applies(key: { values: KeyReading["values"]; absent: KeyReading["absent"] }): boolean;
  read(source: SourceAddress, keyId: string): Promise<Answer<KeyReading>>;
}

/** A key as far as it is known when its extras are asked for. */
export interface OpenedKey {
  keyId: string;
  arn: string | null;
  values: KeyReading["values"];
  absent: KeyReading["absent"];
  /** The vendor's own records by operation, as far as they were asked for: an extra may need a word that is no fact of ours. Default none. */
  raw?: Readonly<Record<string, unknown>>;
}

export type ReadExtra<T> = (Answer<T> | { absent: Absence; call: Call }) & { raw: unknown };

interface ExtraOf<Name extends ExtraName> {
  name: Name;
  operation: string;
  /** Null when the question makes sense for this key; else why it does not. */
  excuse(key: OpenedKey): Absence | null;
  /** All pages of it (at most a few, bounded); `raw` is the vendor's own record. `absent`: this site answers, and its answer has no such thing. */
  read(source: SourceAddress, key: OpenedKey): Promise<ReadExtra<KeyExtras[Name]>>;
}
export type Extra = { [Name in ExtraName]: ExtraOf<Name> }[ExtraName];

interface AboutOf<Name extends AboutName> {
  name: Name;
  operation: string;
  read(source: SourceAddress): Promise<Answer<SourceFacts[Name]>>;
}
export type About = { [Name in AboutName]: AboutOf<Name> }[AboutName];

export interface PreflightAction {
  action: string;
  feeds: string;
  columns: readonly FactField[];
  /** What of an opened key, or of a source, it feeds. Default none. */
  parts?: readonly (ExtraName | AboutName)[];
  /** What is asked in its place where it is refused, in words: then nothing goes dark. Default none. */
  instead?: string;
  /** Throws a CloudError as any other call. A `not-found` for a probe id counts as allowed. */
  try(source: SourceAddress, sampleKeyId: string | null): Promise<void>;
}
