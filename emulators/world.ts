import type { Credential } from "#lib/model/account.ts";
import type { ExtraName, KeyExtras } from "#lib/model/extras.ts";
import type { FactField, KeyFacts } from "#lib/model/key.ts";
import type { AbsentReason, CloudId } from "#lib/model/vocabulary.ts";
import { ACCOUNT_PLANS } from "./world/account-plans.ts";
import { DIALECT_PLANS } from "./world/dialect-plans.ts";
import { buildAccount } from "./world/build-account.ts";

/** The one described world: what the emulated clouds serve and what tests compare with. */
export interface World {
  /** Every date of the world was set relative to this moment. */
  now: Date;
  accounts: WorldAccount[];
}

export interface WorldAccount {
  cloud: CloudId;
  name: string;
  /** The cloud's own account number: Alibaba account UID, Huawei domain id. */
  cloudAccount: string;
  /** What "who am I" answers, in the cloud's words. */
  principal: string;
  /** Our account groups, for the demo. */
  groups: string[];
  /** The regions the demo reads, the troubled ones included. */
  regions: string[];
  /** Regions the credential can see and the demo does not read. */
  unlistedRegions: string[];
  /** Regions whose keys cannot be listed, and why. */
  trouble: Record<string, Trouble>;
  /** ISO 8601 UTC: the moment that the account's dates were set from. */
  madeAt: string;
  /** Where the account's site speaks another dialect than the public cloud. */
  dialect?: SiteDialect;
  /** Roles that its tokens carry (Huawei); without it the one read-only role. */
  roles?: readonly string[];
  /** Agencies of this account and the accounts (by number) that may assume them (Huawei). */
  agencies?: readonly { name: string; trusts: string }[];
  /** The key pair of the account itself and not of a user (Alibaba). */
  isRoot?: boolean;
  /** Empty where the cloud has no projects. */
  projects: WorldProject[];
  credential: Credential;
  /** The other kinds of credential that open the same account. */
  otherCredentials: Credential[];
  /** The keys of all readable regions: mutate through world/change-keys.ts. */
  keys: WorldKey[];
}

/** Why a region's keys cannot be listed; the last two are an account that owes money. */
export type Trouble = "denied" | "not-enabled" | "in-debt" | "suspended";

export interface WorldProject {
  id: string;
  /** The region's own name, or `<region>_<something>` for a sub-project. */
  name: string;
  region: string;
  /** True once somebody disabled it: it is still told, as disabled. */
  isDisabled?: boolean;
}

export interface WorldKey {
  region: string;
  project: string | null;
  keyId: string;
  arn: string | null;
  /** The truth about the key, in our vocabulary. */
  facts: KeyFacts;
  /** What a complete reading can not tell, and why: such a field is null in a row, whatever `facts` holds. */
  absent: Partial<Record<FactField, AbsentReason>>;
  /** Vendor operations that are refused for this key. */
  denied: string[];
  /** Numbers of other accounts that may describe this key by its ARN (Alibaba: a shared KMS instance). They do not list it. */
  sharedWith?: readonly string[];
  /** Vendor words that do not follow from the facts; null leaves the member out. */
  wire: Record<string, string | null>;
  /** The lists of this key, in our vocabulary: they follow from the facts until they are set. */
  extras: KeyExtras;
  /** What a complete reading of the key cannot tell of them, and why. */
  extrasAbsent: Partial<Record<ExtraName, AbsentReason>>;
}

/** What a site of Huawei's technology lacks or does otherwise than the public cloud. */
export interface SiteDialect {
  /** Body members of list-keys that are refused, and the code that says so. Empty = they are ignored. */
  refuses: readonly string[];
  refusal: "KMS.0308" | "KMS.1110" | "KMS.0201";
  /** Whether list-keys lists every spec, whatever it is asked for, or AES_256 only. */
  listsAllSpecs: boolean;
  aliases: boolean;
  keystores: boolean;
  quotas: boolean;
  /** describe-key takes `alias/…` and alias URNs besides ids. */
  namesInDescribe: boolean;
  /** Members that its answers lack; `listLacksIn` further ones by region. */
  listLacks: readonly string[];
  listLacksIn: Readonly<Record<string, readonly string[]>>;
  describeLacks: readonly string[];
}

/** The same seed and moment give the same world. `scale` multiplies the number of grown keys (not the hand-written ones). */
export function createWorld(options: { now?: Date; seed?: number; scale?: number; dialects?: boolean } = {}): World {
  const moment = options.now ?? new Date();
  const now = new Date(Math.floor(moment.getTime() / 1000) * 1000);
  const plans = options.dialects ? [...ACCOUNT_PLANS, ...DIALECT_PLANS] : ACCOUNT_PLANS;
  const accounts = plans.map((plan) => buildAccount(plan, { now, seed: options.seed ?? 1, scale: options.scale ?? 1 }));
  return { now, accounts };
}
