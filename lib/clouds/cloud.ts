import type { CredentialKind, Credential, ExcessRight } from "../model/account.ts";
import type { ExtraName } from "../model/extras.ts";
import type { FactField, KeyRow } from "../model/key.ts";
import type { KeyReading, ReadKey } from "../model/reading.ts";
import type { SourceAddress } from "../model/source.ts";
import type { VendorTerms } from "../model/vendor-terms.ts";
import type { CloudId } from "../model/vocabulary.ts";
import type { About, Answer, Detail, Extra, PreflightAction, Sweep } from "./connection-parts.ts";
import type { KeyPage, ListOptions } from "./key-page.ts";
import type { Io } from "./outgoing-call.ts";

export type { About, Answer, Detail, Extra, OpenedKey, PreflightAction, ReadExtra, Sweep, SweepPage } from "./connection-parts.ts";
export type { KeyPage, ListOptions, NativeFilter } from "./key-page.ts";
export type { Incoming, Io, OutgoingCall, OutgoingRequest } from "./outgoing-call.ts";

/**
 * The cloud contract. An adapter signs, calls and maps. It never loops over pages, retries, sleeps or logs:
 * `Io` and the caller do. Every failure is thrown as a `CloudError` of a closed kind; a list that cannot be parsed is `protocol`,
 * never "no keys". No message holds a secret.
 */
export interface Cloud {
  id: CloudId;
  label: string;
  /** What the vendor calls the cloud in Chinese. */
  labelZh: string;
  /** One letter for the tile. */
  letter: string;
  /** The kinds of credential it takes, the recommended one first: forms and input checks are made from this. */
  credentials: readonly CredentialKind[];
  /** The cloud's region ids (a closed list) and the shape that any region id must have before it reaches a hostname. */
  regions: readonly string[];
  regionShape: RegExp;
  /**
   * Endpoints by service; `{region}` is filled in. `hosts` are the host names that belong to the cloud's API, `{region}` standing for any id of
   * the region shape: whole names and not suffixes, since customers' own sites live under the clouds' domains too.
   */
  endpoints: Readonly<Record<string, string>>;
  hosts: readonly string[];
  /**
   * Which of the companies that run this cloud a region belongs to, in words: a credential of one must not be sent to another. Absent where one runs all.
   * Pure.
   */
  site?(region: string): string;
  /** True where a source is account × region × project. */
  hasProjects: boolean;
  /** Grammar fields that its native list can filter by: for the plain proxy and live queries. */
  pushesDown: readonly string[];
  /** A field by which this cloud's filter may not find every matching key. Default none. */
  mayMiss?: MissableFilter;
  /** Fields that this cloud never tells: absent `unreported` on each of its keys. */
  unreported: readonly FactField[];
  /** Lists of one key that this cloud has at all. */
  extras: readonly ExtraName[];
  /**
   * A field that filtered listings tell for a page of keys a call, and every value that the filter takes: together they name each key once. Lets a
   * reading learn the field of unchanged keys without describing them. Absent where the listing tells everything anyway.
   */
  census?: { field: "state"; values: readonly string[] };
  /** True for what this cloud accepts as a key identifier (id, alias, ARN/URN). */
  takesIdentifier(identifier: string): boolean;
  /**
   * Where the vendor's console shows this key, or the list that holds it: an https address made of public facts alone, never of anything secret. Null
   * where no address is known. Pure.
   */
  consoleUrl?(key: Pick<KeyRow, "region" | "keyId" | "manager">): string | null;
  /** What the vendor itself calls facts and values, shown beside our words for them. */
  terms: VendorTerms;
  /** The cloud's own account number as a key states it, or null: for accounts whose "who am I" is unknown. Stays on the server. */
  accountOf(key: Pick<KeyReading, "arn" | "raw">): string | null;
  /** Corrects a key put together from all answers, where one of them changes what another means. Pure, and the same in whatever order they came. */
  reconcile?(key: ReadKey): void;
  /** The least-privilege policy to paste, as JSON text, and what each action feeds. */
  policy: string;
  /** Pacing, in calls per second and calls in flight; `secretInFlight` where the cloud locks a credential that is refused too often. */
  pace: { perSourcePerSecond: number; perSourceInFlight: number; perCredentialPerSecond: number | null; secretInFlight?: number };
  connect(settings: ConnectionSettings, io: Io): Connection;
}

/** A source that holds a key which the filter `misses`, or of whose keys nothing is known, is not asked with it. */
export interface MissableFilter {
  field: "protection";
  /** True for a key that this filter might not find though it matches, or whose record does not show that its site knows the filter at all. Pure. */
  misses(key: Pick<ReadKey, "values" | "raw">): boolean;
}

export interface ConnectionSettings {
  credential: Credential;
  /** Overrides by service, as stored with the account. */
  endpoints: Readonly<Record<string, string>>;
  /** Region → project id, where the account names them itself. */
  projects: Readonly<Record<string, string>>;
  /** A region of the account, where calls that belong to no region go (who am I, discovery); the cloud's first one without it. */
  home?: string | null;
}

/** Opened once per account and task; holds tokens in memory, single-flight. */
export interface Connection {
  /** Who am I: the cloud's account number (stays on the server) and the principal in words. */
  check(): Promise<Answer<Identity>>;
  /** All regions that the credential can see. */
  regions(): Promise<Answer<string[]>>;
  /** The projects of a region. Only where `hasProjects`. */
  projects?(region: string): Promise<Answer<Project[]>>;
  /** Exactly one page. Only `next: null` ends a listing. `seen` is how many distinct keys earlier pages of this listing gave. */
  listKeys(source: SourceAddress, options?: ListOptions): Promise<KeyPage>;
  describeKey(source: SourceAddress, identifier: string): Promise<Answer<KeyReading>>;
  /** Calls that tell one or more fields for all keys of a source (aliases, tags), page by page; each may fail alone. */
  sweeps: readonly Sweep[];
  /** Calls that tell more about one key (rotation details); each may fail alone. */
  details: readonly Detail[];
  /** Lists of one key, asked only when somebody opens it; each may fail alone. */
  extras: readonly Extra[];
  /** What the cloud says about its service at a source; each may fail alone. */
  about: readonly About[];
  /**
   * Everything that a sweep tells about one key, with one call for the key where the cloud has one: for opening a single key. Same fields and same
   * operation names do not matter; absent where the sweep itself is as cheap.
   */
  sweepsOfOne?: readonly Detail[];
  /** Each action tried with a harmless call; the caller runs them and judges the outcome. */
  preflight: readonly PreflightAction[];
}

export interface Identity {
  cloudAccount: string;
  principal: string;
  /** Rights beyond reading keys, as far as this very answer tells of them. */
  excess?: readonly ExcessRight[];
}

export interface Project {
  id: string;
  name: string;
}
