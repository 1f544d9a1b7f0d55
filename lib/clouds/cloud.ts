import type { AboutName, SourceFacts } from "../model/about-source.ts";
import type { CredentialKind, Credential, ExcessRight } from "../model/account.ts";
import type { ExtraName, KeyExtras } from "../model/extras.ts";
import type { FactField, KeyRow } from "../model/key.ts";
import type { Absence, Call, KeyReading, ReadKey } from "../model/reading.ts";
import type { SourceAddress } from "../model/source.ts";
import type { VendorTerms } from "../model/vendor-terms.ts";
import type { CloudId } from "../model/vocabulary.ts";
import type { GrantSlot, Renewable } from "./hold-grant.ts";

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

export interface Answer<T> {
  value: T;
  call: Call;
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

/** The one guarded way out that an adapter is handed: allow-list, timeouts, retry, pacing, body cap. */
export interface Io {
  /**
   * Sends until `read` accepts an answer or retrying is over; the last error is thrown.
   * `build` is called anew for each attempt, so that dates, nonces and signatures are fresh.
   */
  send<T>(call: OutgoingCall<T>): Promise<T>;
  now(): Date;
  /** Where a grant of that name is kept for all connections of the credential; each connection keeps its own where it is absent. */
  grantSlot?<T extends Renewable>(name: string): GrantSlot<T>;
}

export interface OutgoingCall<T> {
  operation: string;
  /** The budget the call draws on: the source's region, or null for sign-in and discovery. */
  region: string | null;
  /** The project of the source that it asks about, for whoever counts calls. Default null. */
  project?: string | null;
  /** `token`: what an `auth` failure refuses can be renewed, and says nothing about the credential itself. Default `secret`. */
  presents?: "secret" | "token";
  /**
   * True for all but sign-in, who am I, listing and describing: a site may refuse what it does not know as if the credential were bad. Such an answer says
   * nothing about a credential that the others took a moment ago. Default false.
   */
  isAside?: boolean;
  build(): OutgoingRequest;
  /** The answer's content. Throws the CloudError that a failure status, or a success that is none, stands for. */
  read(answer: Incoming): T;
  signal?: AbortSignal;
  /**
   * A budget of its own that the cloud keeps for a few operations at each region, on top of the region's: all calls of that name together may not exceed
   * the rate. Default none.
   */
  lane?: { name: string; perSecond: number };
}

export interface OutgoingRequest {
  method: "GET" | "POST";
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

export interface Incoming {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  text: string;
}
