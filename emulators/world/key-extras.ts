import type { ExtraName, KeyExtras, KeyVersion } from "#lib/model/extras.ts";
import type { KeyFacts } from "#lib/model/key.ts";
import type { AbsentReason, CloudId } from "#lib/model/vocabulary.ts";
import { growGrants } from "./grow-grants.ts";
import type { KeyPlan } from "./key-plan.ts";
import { keyPolicy } from "./key-policy.ts";
import { uuidOf } from "./random.ts";

const DAY_MS = 86_400_000;
/** A policy of years with a short interval would make lists that no test wants to read. */
const MOST_BY_POLICY = 400;

export interface ExtrasOf {
  cloud: CloudId;
  cloudAccount: string;
  keyId: string;
  arn: string | null;
  facts: KeyFacts;
  plan: KeyPlan;
}

/** The lists of one key, as they follow from its facts: versions oldest first, so that the primary one is the last. */
export function keyExtras(of: ExtrasOf): KeyExtras {
  const { extras = {} } = of.plan;
  return { versions: versionsOf(of), policy: of.cloud === "alibaba" ? keyPolicy(of) : null, grants: of.cloud === "huawei" ? growGrants(of) : [], ...extras };
}

/** What a complete reading of one key cannot tell, and why: where a name stands here, `extras` holds nothing that the cloud would say. */
export function absentExtras(of: ExtrasOf, denied: readonly string[]): Partial<Record<ExtraName, AbsentReason>> {
  const { facts, plan } = of;
  const absent: Partial<Record<ExtraName, AbsentReason>> = {};
  if (of.cloud === "alibaba") {
    absent.grants = "unreported";
    if (facts.instance === null) absent.policy = "not-applicable";
    else if (denied.includes("GetKeyPolicy")) absent.policy = "denied";
    if (denied.includes("ListKeyVersions")) absent.versions = "denied";
  } else {
    absent.policy = "unreported";
    if (plan.absent?.rotation === "not-applicable" || !hasMaterials(facts)) absent.versions = "not-applicable";
    else if (denied.includes("get-key-rotation-status")) absent.versions = "denied";
    if (facts.manager === "service") absent.grants = "not-applicable";
    else if (denied.includes("list-grants")) absent.grants = "denied";
  }
  return absent;
}

/** Huawei tells the materials of a key with its rotation status, and refuses that for all other keys. */
function hasMaterials(facts: KeyFacts): boolean {
  return facts.manager !== "service" && facts.origin === "cloud" && facts.instance === null && (facts.spec === "aes-256" || facts.spec === "sm4");
}

function versionsOf({ cloud, keyId, facts, plan }: ExtrasOf): KeyVersion[] {
  const dates = plan.versions ? evenly(facts, plan.versions) : rotations(facts);
  const saysPrimary = cloud === "alibaba" && facts.origin === "cloud" && (facts.family === "symmetric" || facts.spec === "sm4");
  return dates.map((createdAt, n) => ({
    id: uuidOf(`version|${keyId}|${createdAt}`),
    createdAt,
    isPrimary: saysPrimary ? n === dates.length - 1 : null,
    state: cloud === "huawei" ? "enabled" : null,
    expiresAt: cloud === "huawei" ? facts.expiresAt : null,
  }));
}

/** One when the key was made, then one each interval up to the last rotation; none while the material was never imported. */
function rotations({ state, createdAt, lastRotatedAt, rotationIntervalDays }: KeyFacts): string[] {
  if (state === "pending-import" || createdAt === null) return [];
  if (lastRotatedAt === null || lastRotatedAt <= createdAt) return [createdAt];
  const made = Date.parse(createdAt);
  const dates = [lastRotatedAt];
  for (let at = Date.parse(lastRotatedAt), n = 0; rotationIntervalDays && n < MOST_BY_POLICY; n++) {
    at -= rotationIntervalDays * DAY_MS;
    if (at <= made) break;
    dates.unshift(new Date(at).toISOString());
  }
  return [createdAt, ...dates];
}

/** Rotations by hand beside the policy: `count` versions between the creation and the last rotation. */
function evenly({ createdAt, lastRotatedAt }: KeyFacts, count: number): string[] {
  const from = Date.parse(createdAt ?? "");
  const to = Date.parse(lastRotatedAt ?? "");
  return Array.from({ length: count }, (_, n) => new Date(Math.round((from + ((to - from) * n) / (count - 1)) / 1000) * 1000).toISOString());
}
