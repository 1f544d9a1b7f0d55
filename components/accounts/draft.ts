import type { AccountInput } from "#lib/client/change-account.ts";
import type { Account } from "#lib/model/account.ts";
import type { CloudOffer } from "./cloud-offer.ts";

/** What stands in the form. */
export interface Draft {
  cloud: string;
  name: string;
  allRegions: boolean;
  regions: string[];
  groups: string[];
  credentialType: string;
  /** By field name; a secret is here only between typing and sending. */
  credential: Record<string, string>;
  endpoints: Record<string, string>;
  projects: Record<string, string>;
  /** As typed; empty = ours. */
  limits: { perSecond: string; inFlight: string };
}

export function emptyDraft(offer: CloudOffer): Draft {
  return {
    cloud: offer.id,
    name: "",
    allRegions: false,
    regions: [],
    groups: [],
    credentialType: offer.credentials[0]?.type ?? "",
    credential: {},
    endpoints: {},
    projects: {},
    limits: { perSecond: "", inFlight: "" },
  };
}

/** An account as the form starts from it: everything but the credential. */
export function draftOf(account: Account): Draft {
  return {
    cloud: account.cloud,
    name: account.name,
    allRegions: account.regions === "all",
    regions: account.regions === "all" ? [] : account.regions,
    groups: account.groups,
    credentialType: account.credential?.type ?? "",
    credential: {},
    endpoints: account.endpoints,
    projects: account.projects,
    limits: { perSecond: String(account.limits.perSecond ?? ""), inFlight: String(account.limits.inFlight ?? "") },
  };
}

/** Another account like this one: all but its name, and what of its credential is no secret. */
export const draftLike = (account: Account, credential: Record<string, string>): Draft => ({ ...draftOf(account), name: "", credential });

const filled = (record: Record<string, string>) =>
  Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])));

const numberOf = (typed: string) => (typed.trim() === "" ? null : Number(typed));

/** The whole draft as the API takes it. A credential is sent only when one was typed. */
export function inputOf(draft: Draft): AccountInput {
  const credential = filled(draft.credential);
  const projects = draft.allRegions ? draft.projects : Object.fromEntries(Object.entries(draft.projects).filter(([region]) => draft.regions.includes(region)));
  return {
    cloud: draft.cloud,
    name: draft.name.trim(),
    regions: draft.allRegions ? "all" : draft.regions,
    groups: draft.groups,
    ...(Object.keys(credential).length > 0 ? { credential: { type: draft.credentialType, ...credential } } : {}),
    endpoints: filled(draft.endpoints),
    projects: filled(projects),
    limits: { perSecond: numberOf(draft.limits.perSecond), inFlight: numberOf(draft.limits.inFlight) },
  };
}

/** Only what differs from the account: a change of endpoints asks for the credential again, so nothing is sent that did not change. */
export function changeOf(draft: Draft, account: Account): Partial<AccountInput> {
  const wanted = inputOf(draft);
  const before = inputOf(draftOf(account));
  const isSame = (name: keyof AccountInput) => JSON.stringify(wanted[name]) === JSON.stringify(before[name]);
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => !isSame(name as keyof AccountInput)));
}
