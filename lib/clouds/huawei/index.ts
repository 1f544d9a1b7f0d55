import type { Cloud, Connection, ConnectionSettings, Io } from "../cloud.ts";
import { isJsonObject } from "../json-object.ts";
import { vendorAccount } from "../vendor-trace.ts";
import { aboutInstances } from "./about-instances.ts";
import { aboutQuotas } from "./about-quotas.ts";
import type { Refused } from "./ask-listing.ts";
import { checkAgency } from "./check-agency.ts";
import { openClient } from "./client.ts";
import { CREDENTIALS } from "./credentials.ts";
import { describeKey } from "./describe-key.ts";
import { DIALECTS, dialectOf, HOSTS } from "./dialects.ts";
import { grantsExtra } from "./extra-grants.ts";
import { versionsExtra } from "./extra-versions.ts";
import { MAY_MISS, PUSHED_DOWN } from "./filters.ts";
import { identifierKind } from "./identifier-kind.ts";
import { listKeys } from "./list-keys.ts";
import { listProjects, listRegions } from "./list-projects.ts";
import { POLICY } from "./policy.ts";
import { preflight } from "./preflight.ts";
import { projectSource } from "./project-source.ts";
import { reconcile } from "./reconcile.ts";
import { REGION_SHAPE } from "./regions.ts";
import { rotationDetail } from "./rotation-detail.ts";
import { aliasSweep, tagSweep } from "./sweeps.ts";
import { aliasesOfOne, tagsOfOne } from "./sweeps-of-one.ts";
import { TERMS } from "./terms.ts";
import { textOf } from "./text-of.ts";
import { withTrimmedNames } from "./to-key.ts";
import { whoAmI } from "./who-am-i.ts";

/** HUAWEI CLOUD Key Management Service (DEW), API v1.0. See README.md beside this file. */
export const huawei: Cloud = {
  id: "huawei",
  label: "Huawei Cloud",
  labelZh: "华为云",
  letter: "H",
  credentials: CREDENTIALS,
  regions: DIALECTS.flatMap(({ regions }) => regions),
  regionShape: REGION_SHAPE,
  // The first dialect's, as examples of what may be overridden: each region's own come from its dialect.
  endpoints: { kms: "https://kms.{region}.myhuaweicloud.com", iam: "https://iam.{region}.myhuaweicloud.com" },
  hosts: HOSTS,
  site: (region) => dialectOf(region).label,
  hasProjects: true,
  pushesDown: PUSHED_DOWN,
  mayMiss: MAY_MISS,
  unreported: ["deletionProtection", "nextRotationAt"],
  extras: ["versions", "grants"],
  takesIdentifier: (identifier) => identifierKind(identifier) !== null,
  // The list of custom keys as openGauss' examples for this KMS link to it; a page of one key is not documented, nor is the list of default keys, nor
  // the consoles of the sister sites. Not tried against the real console.
  consoleUrl: ({ region, manager }) => {
    if (manager === "service" || !REGION_SHAPE.test(region) || dialectOf(region) !== DIALECTS[0]) return null;
    return `https://console.huaweicloud.com/dew/?region=${region}#/kms/keyList/customKey`;
  },
  terms: TERMS,
  accountOf: (key) => (isJsonObject(key.raw) ? vendorAccount(textOf(withTrimmedNames(key.raw).domain_id)) : null),
  reconcile,
  policy: POLICY,
  // 20 calls a second a user over all regions (DEW API Reference dew_02_0053).
  // Five refusals lock an access key (api-sign-0001): with three under way and one more of another process, four are the most.
  pace: { perSourcePerSecond: 10, perSourceInFlight: 5, perCredentialPerSecond: 15, secretInFlight: 3 },
  connect,
};

function connect(settings: ConnectionSettings, io: Io): Connection {
  checkAgency(settings.credential);
  const client = openClient(settings.credential, { cloud: huawei, overrides: settings.endpoints, home: settings.home ?? null }, io);
  const at = projectSource(settings.projects);
  const refused: Refused = new Map();
  const parts = {
    listKeys: async (source, options = {}) => listKeys(client, at(source), options, refused),
    describeKey: async (source, identifier) => describeKey(client, at(source), identifier),
    sweeps: [aliasSweep(client, at), tagSweep(client, at)],
    sweepsOfOne: [aliasesOfOne(client, at), tagsOfOne(client, at)],
    details: [rotationDetail(client, at)],
    extras: [versionsExtra(client, at), grantsExtra(client, at)],
    about: [aboutQuotas(client, at), aboutInstances(client, at)],
  } satisfies Partial<Connection>;
  return {
    check: () => whoAmI(client, namedProject(settings)),
    regions: () => listRegions(client, REGION_SHAPE),
    projects: (region) => projectsOf(region),
    ...parts,
    preflight: preflight(client, at, parts),
  };

  async function projectsOf(region: string): ReturnType<typeof listProjects> {
    const named = settings.projects[region];
    if (named) return { value: [{ id: named, name: region }], call: { operation: "configured", at: io.now().toISOString(), requestId: null } };
    return listProjects(client, region);
  }
}

/** A project that the account names by itself, of its first region where that has one. */
function namedProject({ projects, home }: ConnectionSettings): { region: string; project: string } | null {
  const region = home && projects[home] ? home : Object.keys(projects)[0];
  const project = region === undefined ? undefined : projects[region];
  return region !== undefined && project ? { region, project } : null;
}
