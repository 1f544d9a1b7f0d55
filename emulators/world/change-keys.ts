import type { KeyFacts } from "#lib/model/key.ts";
import type { World, WorldAccount, WorldKey } from "../world.ts";
import { buildKey } from "./build-key.ts";
import type { KeyPlan } from "./key-plan.ts";

const DAY_MS = 86_400_000;

/** Makes a key in a running world; it stands first in its listing, as the youngest. The label must be new. */
export function addKey(world: World, account: WorldAccount, place: { region: string; project: string | null }, plan: KeyPlan): WorldKey {
  const at = (days: number) => new Date(world.now.getTime() + days * DAY_MS).toISOString();
  const key = buildKey({ cloud: account.cloud, cloudAccount: account.cloudAccount, ...place }, { ...plan, facts: { createdAt: at(0), ...plan.facts } }, at);
  if (findKey(account, place, key.keyId)) throw new Error(`The world has a key with the label ${plan.label} already`);
  account.keys.unshift(key);
  INDEXES.delete(account);
  return key;
}

/** Takes a key out of the world, as a finished deletion does. */
export function removeKey(account: WorldAccount, key: WorldKey): void {
  const index = account.keys.indexOf(key);
  if (index < 0) throw new Error(`The world has no key ${key.keyId} in ${account.name}`);
  account.keys.splice(index, 1);
  INDEXES.delete(account);
}

/** Sets facts as they are given: the caller keeps them in agreement with each other. */
export function changeKey(key: WorldKey, facts: Partial<KeyFacts>): void {
  Object.assign(key.facts, facts);
}

export function findKey(account: WorldAccount, place: { region: string; project: string | null }, keyId: string): WorldKey | undefined {
  let index = INDEXES.get(account);
  if (!index || index.of !== account.keys.length) {
    index = { of: account.keys.length, keys: new Map(account.keys.map((key) => [nameOf(key, key.keyId), key])) };
    INDEXES.set(account, index);
  }
  return index.keys.get(nameOf(place, keyId));
}

/** Scaled worlds have a hundred thousand keys, each described by id: built anew when a key came or went. */
const INDEXES = new WeakMap<WorldAccount, { of: number; keys: Map<string, WorldKey> }>();

function nameOf(place: { region: string; project: string | null }, keyId: string): string {
  return `${place.region}|${place.project ?? ""}|${keyId}`;
}

export function keysAt(account: WorldAccount, place: { region: string; project: string | null }): WorldKey[] {
  return account.keys.filter((key) => key.region === place.region && key.project === place.project);
}
