import type { Call, KeyReading } from "../model/reading.ts";

/**
 * A filter in our own words, one field → wanted values (OR); the adapter translates what it can. A field of which any value
 * has no word in the cloud is not pushed down at all: half a list would hide keys. Values are compared for equality.
 * `tag` values are `key` or `key:value` as the grammar writes them: split at the first unescaped colon, a backslash makes the next character literal.
 */
export type NativeFilter = Readonly<Record<string, readonly string[]>>;

export interface ListOptions {
  pageToken?: string | null;
  pageSize?: number;
  filter?: NativeFilter;
  /** Distinct keys seen on the earlier pages of this listing. */
  seen?: number;
}

export interface KeyPage {
  items: KeyReading[];
  next: string | null;
  /** How many keys the cloud says there are, or null. */
  claimed: number | null;
  call: Call;
  /** Filter fields that were really sent. */
  pushedDown: string[];
  /** Filter fields that the cloud refused to take: this page was asked for without them. Default none. */
  refused?: string[];
  /** Specs (in our words) beyond which this cloud may list nothing; null = it lists all. Default null. */
  onlySpecs?: readonly string[] | null;
  /** True for a page of a further listing that the filter needed (one for each of its values): all of its keys may have been listed before. Default false. */
  isFurther?: boolean;
}
