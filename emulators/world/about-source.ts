import type { KeyInstance, SourceFacts } from "#lib/model/about-source.ts";
import type { WorldAccount } from "../world.ts";
import { keysAt } from "./change-keys.ts";
import { hexOf } from "./random.ts";

const DAY_MS = 86_400_000;

/** A dedicated instance or keystore with what only the wire has. */
export interface WorldInstance extends KeyInstance {
  createdAt: string;
  /** How many keys of the place live in it. */
  keys: number;
}

type At = { region: string; project: string | null };

/** What a cloud says about its service at one source; a part that is missing here cannot be told (refused, or the cloud has no such call). */
export function aboutSource(account: WorldAccount, at: At): Partial<SourceFacts> {
  const trouble = account.trouble[at.region];
  const instances = trouble ? {} : { instances: instancesAt(account, at).map(({ createdAt: _, keys: __, ...instance }) => instance) };
  if (account.cloud === "alibaba") return { service: serviceOf(account, at.region), ...instances };
  if (trouble || account.dialect?.quotas === false) return { ...instances };
  return { ...(account.dialect?.keystores === false ? {} : instances), quotas: quotasAt(account, at) };
}

/** Our word for the account's standing in a region: refusing one caller says nothing about it. */
export function serviceOf(account: WorldAccount, region: string): string {
  const trouble = account.trouble[region];
  return trouble === undefined || trouble === "denied" ? "enabled" : trouble;
}

/** The instances that the place's keys live in, by id. */
export function instancesAt(account: WorldAccount, at: At): WorldInstance[] {
  const byId = new Map<string, { made: string; keys: number; kind: string }>();
  for (const key of keysAt(account, at)) {
    const id = key.facts.instance;
    if (id === null) continue;
    const known = byId.get(id) ?? { made: account.madeAt, keys: 0, kind: key.wire.keystore_type ?? "DHSM" };
    const made = key.facts.createdAt ?? account.madeAt;
    byId.set(id, { ...known, made: [made, known.made].sort()[0] ?? made, keys: known.keys + 1 });
  }
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, known]) => toInstance(account, id, known));
}

function toInstance(account: WorldAccount, id: string, { made, keys, kind }: { made: string; keys: number; kind: string }): WorldInstance {
  const chance = Number.parseInt(hexOf(`instance|${id}`, 4), 16);
  const createdAt = new Date(Date.parse(made) - DAY_MS).toISOString();
  if (account.cloud === "huawei")
    return { id, name: `${kind.toLowerCase()}-${id.slice(0, 4)}`, status: null, kind: kind.toLowerCase(), endsAt: null, createdAt, keys };
  const endsAt = new Date(Date.parse(account.madeAt) + ((chance % 700) - 3) * DAY_MS).toISOString();
  return { id, name: `kms-${id.slice(-4)}`, status: statusOf(chance), kind: null, endsAt, createdAt, keys };
}

function statusOf(chance: number): string {
  return chance % 17 === 0 ? "disconnected" : "connected";
}

/** Default keys do not count; 100 keys a project is the usual quota, more by request. */
function quotasAt(account: WorldAccount, at: At): SourceFacts["quotas"] {
  const used = keysAt(account, at).filter((key) => key.facts.manager === "customer").length;
  return [
    { name: "CMK", used, most: Math.max(1, Math.ceil(used / 100)) * 100 },
    { name: "grant_per_CMK", used: 0, most: 100 },
  ];
}
