import type { WorldAccount, WorldKey, WorldProject } from "../world.ts";
import type { AccountPlan } from "./account-plan.ts";
import { buildKey, type Place } from "./build-key.ts";
import { growKeys } from "./grow-keys.ts";
import type { At, KeyPlan } from "./key-plan.ts";
import { hexOf } from "./random.ts";
import { servicePlans } from "./service-plans.ts";
import { specialPlans } from "./special-plans.ts";

const DAY_MS = 86_400_000;

/** An account with all its keys: service keys, the hand-written ones, then the grown ones. */
export function buildAccount(plan: AccountPlan, settings: { now: Date; seed: number; scale: number }): WorldAccount {
  const { grown, subProjects, prefixes, ...account } = plan;
  const projects = projectsOf(plan);
  const at: At = (days) => new Date(settings.now.getTime() + Math.round((days * DAY_MS) / 1000) * 1000).toISOString();
  const keys = placesOf(plan, projects).flatMap(({ place, name }): WorldKey[] => {
    const plans: KeyPlan[] = [
      ...servicePlans(place, name, at),
      ...specialPlans(plan.name, name, at),
      ...growKeys(place, { name, prefixes, count: Math.round((grown[name] ?? 0) * settings.scale), seed: settings.seed }, at),
    ];
    const made = plan.dialect ? plans.map(inDialect) : plans;
    return withoutTakenAliases(made).map((each) => buildKey(place, each, at));
  });
  return { ...account, madeAt: settings.now.toISOString(), projects, keys };
}

/** Without an alias API a key has its display name only; without enterprise projects nobody tells one; such sites have no SM algorithms. */
function inDialect(plan: KeyPlan): KeyPlan {
  const aliases = (plan.facts?.aliases ?? []).slice(0, 1);
  const spec = /^sm/.test(plan.facts?.spec ?? "") ? "rsa-2048" : plan.facts?.spec;
  const rotates = spec === plan.facts?.spec;
  const off = { rotation: null, rotationIntervalDays: null, lastRotatedAt: null, enterpriseProject: null };
  return {
    ...plan,
    facts: { ...plan.facts, aliases, ...(spec ? { spec } : {}), ...(rotates ? { enterpriseProject: null } : off) },
    absent: { ...plan.absent, enterpriseProject: "unreported" },
  };
}

function projectsOf(plan: AccountPlan): WorldProject[] {
  if (plan.cloud !== "huawei") return [];
  return [...plan.regions, ...plan.unlistedRegions].flatMap((region) =>
    [region, ...(plan.subProjects[region] ?? [])].map((name) => ({ id: hexOf(`project|${plan.cloudAccount}|${name}`, 32), name, region })),
  );
}

function placesOf(plan: AccountPlan, projects: WorldProject[]): { place: Place; name: string }[] {
  const base = { cloud: plan.cloud, cloudAccount: plan.cloudAccount };
  const readable = [...plan.regions, ...plan.unlistedRegions].filter((region) => !plan.trouble[region] && plan.grown[region]);
  if (plan.cloud !== "huawei") return readable.map((region) => ({ place: { ...base, region, project: null }, name: region }));
  return projects
    .filter((project) => readable.includes(project.region))
    .map((project) => ({ place: { ...base, region: project.region, project: project.id }, name: project.name }));
}

/** An alias names one key of a region: a grown key never takes one that is in use. */
function withoutTakenAliases(plans: KeyPlan[]): KeyPlan[] {
  const taken = new Set<string>();
  return plans.map((plan) => {
    const aliases = (plan.facts?.aliases ?? []).map((alias) => free(alias, taken));
    for (const alias of aliases) taken.add(alias);
    return { ...plan, facts: { ...plan.facts, aliases } };
  });
}

function free(alias: string, taken: ReadonlySet<string>): string {
  if (!taken.has(alias)) return alias;
  let n = 2;
  while (taken.has(`${alias}-${n}`)) n++;
  return `${alias}-${n}`;
}
