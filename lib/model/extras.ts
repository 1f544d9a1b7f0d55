import type { Told } from "./told.ts";

/** A version of a key's material, in the cloud's order. Where a cloud rotates "materials" of one key (no version ids to encrypt with), these are they. */
export interface KeyVersion {
  id: string;
  /** ISO 8601 UTC, as every time here. */
  createdAt: string | null;
  /** True for the one that encrypts now; null where the cloud does not say which one does. */
  isPrimary: boolean | null;
  state: string | null;
  expiresAt: string | null;
}

/** Who else may use a key. Principals are the cloud's opaque ids. */
export interface KeyGrant {
  id: string;
  name: string | null;
  grantee: string;
  granteeKind: string | null;
  /** The cloud's own words for what is allowed. */
  operations: string[];
  issuer: string | null;
  createdAt: string | null;
}

/** What belongs to one key and is no column: asked only when somebody opens the key, each allowed to fail alone. */
export interface KeyExtras {
  versions: KeyVersion[];
  /** The policy as the cloud prints it, which need not be JSON; null = the cloud said that there is none. */
  policy: string | null;
  grants: KeyGrant[];
}
export type ExtraName = keyof KeyExtras;

const EXTRAS = { versions: true, policy: true, grants: true } as const satisfies Record<ExtraName, true>;
export const EXTRA_NAMES = Object.keys(EXTRAS) as ExtraName[];

/** Every extra once: a value, or `unreported` (this cloud has no such thing), `not-applicable`, `denied`, `failed`, `pending` (nobody asked yet). */
export type ToldExtras = { [Name in ExtraName]: Told<KeyExtras[Name]> };

const NOT_ASKED = { absent: "pending", note: null, fact: null } as const;
export const UNASKED: ToldExtras = { versions: NOT_ASKED, policy: NOT_ASKED, grants: NOT_ASKED };
