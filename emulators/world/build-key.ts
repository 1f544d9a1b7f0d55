import type { KeyExtras } from "#lib/model/extras.ts";
import type { FactField, KeyFacts } from "#lib/model/key.ts";
import type { AbsentReason, CloudId } from "#lib/model/vocabulary.ts";
import type { WorldKey } from "../world.ts";
import { familyOf } from "./family-of.ts";
import { absentExtras, keyExtras } from "./key-extras.ts";
import type { At, KeyPlan } from "./key-plan.ts";
import { hexOf, uuidOf } from "./random.ts";

export interface Place {
  cloud: CloudId;
  cloudAccount: string;
  region: string;
  project: string | null;
}

const DESCRIBED: readonly FactField[] = [
  "description",
  "state",
  "spec",
  "family",
  "usage",
  "origin",
  "protection",
  "manager",
  "rotation",
  "rotationIntervalDays",
  "lastRotatedAt",
  "nextRotationAt",
  "deletionProtection",
  "createdAt",
  "deletesAt",
  "expiresAt",
  "instance",
];
const ROTATION: readonly FactField[] = ["rotation", "rotationIntervalDays", "lastRotatedAt", "nextRotationAt"];
const ROTATION_DETAILS: readonly FactField[] = ["rotationIntervalDays", "lastRotatedAt"];

/** Fills a plan up to a whole key whose facts agree with each other. */
export function buildKey(place: Place, plan: KeyPlan, at: At): WorldKey {
  const facts = fillFacts(place.cloud, plan.facts ?? {}, at);
  const keyId = plan.keyId ?? idOf(place, plan.label);
  const denied = plan.denied ?? [];
  const arn = place.cloud === "alibaba" ? `acs:kms:${place.region}:${place.cloudAccount}:key/${keyId}` : null;
  const of = { cloud: place.cloud, cloudAccount: place.cloudAccount, keyId, arn, facts, plan };
  let set: KeyExtras | null = null;
  return {
    region: place.region,
    project: place.project,
    keyId,
    arn,
    facts,
    absent: { ...absences(place.cloud, facts), ...deniedFields(denied), ...plan.absent },
    denied,
    wire: plan.wire ?? {},
    ...(plan.sharedWith ? { sharedWith: plan.sharedWith } : {}),
    // Made when asked for: grown worlds have a hundred thousand keys, and a key that rotates in a running world gains a version.
    get extras() {
      return set ?? keyExtras(of);
    },
    set extras(extras) {
      set = extras;
    },
    extrasAbsent: { ...absentExtras(of, denied), ...plan.extrasAbsent },
  };
}

function fillFacts(cloud: CloudId, said: Partial<KeyFacts>, at: At): KeyFacts {
  const spec = said.spec ?? "aes-256";
  const family = familyOf(spec);
  const aliases = said.aliases ?? (said.alias ? [said.alias] : []);
  const facts: KeyFacts = {
    description: null,
    state: "enabled",
    usage: usageOf(spec),
    origin: "cloud",
    protection: cloud === "alibaba" ? "software" : null,
    manager: "customer",
    rotation: "off",
    rotationIntervalDays: null,
    lastRotatedAt: null,
    nextRotationAt: null,
    deletionProtection: cloud === "alibaba" ? "off" : null,
    createdAt: at(-400),
    deletesAt: null,
    expiresAt: null,
    instance: null,
    enterpriseProject: cloud === "huawei" ? "0" : null,
    tags: {},
    ...said,
    spec,
    family,
    aliases,
    alias: said.alias ?? aliases[0] ?? null,
  };
  if (!rotates(cloud, facts)) for (const field of ROTATION) Object.assign(facts, { [field]: null });
  return facts;
}

/** Where neither cloud can rotate a key, whatever it prints (DESIGN section 2). */
function rotates(cloud: CloudId, facts: KeyFacts): boolean {
  if (facts.manager === "service" || facts.origin !== "cloud") return false;
  if (cloud === "huawei" && facts.instance !== null) return false;
  return facts.family === "symmetric" || facts.family === "other" || facts.spec === "sm4";
}

function absences(cloud: CloudId, facts: KeyFacts): WorldKey["absent"] {
  const absent: WorldKey["absent"] = {};
  if (!rotates(cloud, facts)) for (const field of ROTATION) absent[field] = "not-applicable";
  if (cloud === "alibaba") absent.enterpriseProject = "unreported";
  if (cloud === "huawei") {
    absent.deletionProtection = "unreported";
    absent.nextRotationAt = "unreported";
    if (facts.protection === null) absent.protection = "unreported";
  }
  return absent;
}

function deniedFields(denied: readonly string[]): WorldKey["absent"] {
  const fields = [...(denied.includes("DescribeKey") ? DESCRIBED : []), ...(denied.includes("get-key-rotation-status") ? ROTATION_DETAILS : [])];
  return Object.fromEntries(fields.map((field): [FactField, AbsentReason] => [field, "denied"]));
}

function usageOf(spec: string): string {
  const family = familyOf(spec);
  if (family === "mac") return "mac";
  return family === "ec" || family === "pqc" || spec === "sm2" ? "sign-verify" : "encrypt-decrypt";
}

/** Region → the three letters that key ids of KMS instances carry there. */
const ID_PREFIX: Record<string, string> = {
  "cn-hangzhou": "hzz",
  "cn-shanghai": "shh",
  "cn-beijing": "bjj",
  "cn-shenzhen": "szz",
  "eu-central-1": "fra",
  "ap-southeast-1": "sgp",
};

function idOf(place: Place, label: string): string {
  const seed = [place.cloud, place.cloudAccount, place.region, place.project ?? "", label].join("|");
  const isUuid = place.cloud === "huawei" || hexOf(seed, 1) < "3";
  return isUuid ? uuidOf(seed) : `key-${ID_PREFIX[place.region] ?? "xyz"}${hexOf(seed, 20)}`;
}
