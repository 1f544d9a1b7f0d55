import type { KeyFacts } from "#lib/model/key.ts";
import { hasHsm, hasStateCrypto } from "../alibaba/regions.ts";
import type { Place } from "./build-key.ts";
import { familyOf } from "./family-of.ts";
import type { At, KeyPlan } from "./key-plan.ts";
import { createRandom, hexOf, type Random, uuidOf } from "./random.ts";
import { DESCRIPTIONS, LEAVES, OWNERS } from "./words.ts";

type Weights = readonly (readonly [string, number])[];

const ALIBABA_SPECS: Weights = [
  ["aes-256", 66],
  ["rsa-2048", 7],
  ["ec-p256", 5],
  ["rsa-4096", 2],
  ["rsa-3072", 1],
  ["ec-p256k", 2],
  ["aes-128", 1],
  ["aes-192", 1],
];
const ALIBABA_SM: Weights = [
  ["sm4", 9],
  ["sm2", 4],
];
const HUAWEI_SPECS: Weights = [
  ["aes-256", 64],
  ["sm4", 8],
  ["rsa-2048", 6],
  ["rsa-3072", 2],
  ["rsa-4096", 2],
  ["ec-p256", 4],
  ["ec-p384", 3],
  ["sm2", 3],
  ["hmac-256", 5],
  ["hmac-512", 2],
];

/** Ordinary keys of one place; each one depends only on seed, place and its number. */
export function growKeys(place: Place, wish: { name: string; prefixes: readonly string[]; count: number; seed: number }, at: At): KeyPlan[] {
  return Array.from({ length: wish.count }, (_, n) => {
    const label = `grown-${wish.seed}-${n}`;
    const random = createRandom(`${place.cloudAccount}|${wish.name}|${label}`);
    return { label, facts: growFacts(place, `${random.pick(wish.prefixes)}/${random.pick(LEAVES)}`, random, at, label) };
  });
}

function growFacts(place: Place, name: string, random: Random, at: At, label: string): Partial<KeyFacts> {
  const isAlibaba = place.cloud === "alibaba";
  const specs = !isAlibaba ? HUAWEI_SPECS : hasStateCrypto(place.region) ? [...ALIBABA_SPECS, ...ALIBABA_SM] : ALIBABA_SPECS;
  const spec = random.weigh(specs);
  const ageDays = random.between(5, 2200) + random.next();
  const isImported = spec === "aes-256" && random.chance(0.07);
  const facts: Partial<KeyFacts> = {
    aliases: growAliases(isAlibaba, name, random),
    description: random.chance(0.8) ? random.pick(DESCRIPTIONS) : null,
    spec,
    createdAt: at(-ageDays),
    ...growState(random, at),
    tags: growTags(random),
    ...(familyOf(spec) === "rsa" && random.chance(0.5) ? { usage: "sign-verify" } : {}),
  };
  if (isImported) Object.assign(facts, { origin: "imported", expiresAt: random.chance(0.5) ? at(random.between(40, 900) + random.next()) : null });
  else if (spec === "aes-256" || spec === "sm4") Object.assign(facts, growRotation(isAlibaba, facts.state ?? null, ageDays, random, at));
  if (isAlibaba) Object.assign(facts, growProtection(place.region, spec, label, random));
  else Object.assign(facts, { enterpriseProject: growEnterpriseProject(place, label) });
  return facts;
}

/** One grown key in five belongs to one of the account's two enterprise projects; drawn apart, so that nothing else of it changes. */
function growEnterpriseProject(place: Place, label: string): string {
  const random = createRandom(`enterprise|${place.cloudAccount}|${place.project}|${label}`);
  return random.chance(0.2) ? uuidOf(`enterprise|${place.cloudAccount}|${random.between(1, 2)}`) : "0";
}

function growAliases(isAlibaba: boolean, name: string, random: Random): string[] {
  if (!isAlibaba) return random.chance(0.05) ? [name, `alias/${name}`] : [name];
  if (random.chance(0.05)) return [];
  return random.chance(0.05) ? [`alias/${name}`, `alias/old/${name}`] : [`alias/${name}`];
}

function growState(random: Random, at: At): Partial<KeyFacts> {
  const state = random.weigh([
    ["enabled", 88],
    ["disabled", 8],
    ["pending-deletion", 4],
  ]);
  return { state, deletesAt: state === "pending-deletion" ? at(random.between(8, 340) + random.next()) : null };
}

/** A policy goes on while the key is enabled and is suspended while it is not (Alibaba); half of the keys have none. */
function growRotation(isAlibaba: boolean, state: string | null, ageDays: number, random: Random, at: At): Partial<KeyFacts> {
  if (random.chance(0.45)) return {};
  const interval = random.pick([90, 180, 365]);
  const sinceDays = ageDays % interval;
  const lastRotatedAt = ageDays > interval ? at(-sinceDays) : null;
  if (!isAlibaba) return state === "enabled" ? { rotation: "on", rotationIntervalDays: interval, lastRotatedAt } : { lastRotatedAt };
  return { rotation: state === "enabled" ? "on" : "suspended", rotationIntervalDays: interval, lastRotatedAt, nextRotationAt: at(interval - sinceDays) };
}

function growProtection(region: string, spec: string, label: string, random: Random): Partial<KeyFacts> {
  const isHsm = spec.startsWith("sm") || (hasHsm(region) && random.chance(0.15));
  const instance = isHsm || random.chance(0.2) ? `kst-${hexOf(`instance|${region}|${hexOf(label, 1) < "8"}`, 21)}` : null;
  return { protection: isHsm ? "hsm" : "software", instance, deletionProtection: random.chance(0.3) ? "on" : "off" };
}

function growTags(random: Random): Record<string, string> {
  if (random.chance(0.12)) return {};
  const tags: Record<string, string> = {
    env: random.weigh([
      ["prod", 6],
      ["staging", 2],
      ["dev", 2],
    ]),
  };
  if (random.chance(0.8)) tags.owner = random.pick(OWNERS);
  if (random.chance(0.15)) tags["cost:centre"] = `CC-${random.between(100, 999)}`;
  if (random.chance(0.1)) tags.数据级别 = random.pick(["内部", "机密", "公开"]);
  return tags;
}
