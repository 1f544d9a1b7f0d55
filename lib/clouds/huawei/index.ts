import type { Cloud, Connection, ConnectionSettings, Io } from "../cloud.ts";
import { isJsonObject } from "../json-object.ts";
import { vendorAccount } from "../vendor-trace.ts";
import { openClient } from "./client.ts";
import { describeKey } from "./describe-key.ts";
import { listProjects, listRegions, whoAmI } from "./discovery.ts";
import { PUSHED_DOWN } from "./filters.ts";
import { listKeys } from "./list-keys.ts";
import { POLICY } from "./policy.ts";
import { preflight } from "./preflight.ts";
import { projectSource } from "./project-source.ts";
import { REGION_SHAPE, REGIONS } from "./regions.ts";
import { rotationDetail } from "./rotation-detail.ts";
import { aliasSweep, tagSweep } from "./sweeps.ts";
import { textOf } from "./text-of.ts";
import { withTrimmedNames } from "./to-key.ts";

/** The public cloud takes key ids only; other sites take `alias/…` and URNs too. Wider than a UUID: any lower-case letter. */
const KEY_ID = /^[0-9a-z]{8}-([0-9a-z]{4}-){3}[0-9a-z]{12}$/;

/** HUAWEI CLOUD Key Management Service (DEW), API v1.0. See README.md beside this file. */
export const huawei: Cloud = {
  id: "huawei",
  label: "Huawei Cloud",
  letter: "H",
  credentials: [
    {
      type: "access-key",
      label: "Access key of an IAM user",
      fields: [
        { name: "accessKeyId", label: "Access key ID (AK)", secret: false, required: true },
        { name: "secretAccessKey", label: "Secret access key (SK)", secret: true, required: true },
        { name: "securityToken", label: "Security token", secret: true, required: false, hint: "Of a temporary access key only" },
      ],
    },
    {
      type: "password",
      label: "Password of an IAM user",
      fields: [
        { name: "domainName", label: "Account name", secret: false, required: true },
        { name: "userName", label: "IAM user name", secret: false, required: true },
        { name: "password", label: "Password", secret: true, required: true, hint: "Not for users with a second factor, and not for HUAWEI IDs" },
      ],
    },
  ],
  regions: REGIONS,
  regionShape: REGION_SHAPE,
  endpoints: { kms: "https://kms.{region}.myhuaweicloud.com", iam: "https://iam.{region}.myhuaweicloud.com" },
  hosts: [
    "kms.{region}.myhuaweicloud.com",
    "kms.{region}.myhuaweicloud.eu",
    "iam.myhuaweicloud.com",
    "iam.{region}.myhuaweicloud.com",
    "iam.{region}.myhuaweicloud.eu",
  ],
  hasProjects: true,
  pushesDown: PUSHED_DOWN,
  unreported: ["deletionProtection", "nextRotationAt"],
  extras: [],
  takesIdentifier: (identifier) => KEY_ID.test(identifier),
  accountOf: (key) => (isJsonObject(key.raw) ? vendorAccount(textOf(withTrimmedNames(key.raw).domain_id)) : null),
  policy: POLICY,
  // 20 calls a second a user over all regions (DEW API Reference dew_02_0053).
  pace: { perSourcePerSecond: 10, perSourceInFlight: 5, perCredentialPerSecond: 15 },
  connect,
};

function connect(settings: ConnectionSettings, io: Io): Connection {
  const client = openClient(settings.credential, { cloud: huawei, overrides: settings.endpoints, home: settings.home ?? null }, io);
  const at = projectSource(settings.projects);
  const parts = { aliases: aliasSweep(client, at), tags: tagSweep(client, at), rotation: rotationDetail(client, at) };
  return {
    check: () => whoAmI(client),
    regions: () => listRegions(client, REGION_SHAPE),
    projects: (region) => projectsOf(region),
    listKeys: async (source, options) => listKeys(client, at(source), options),
    describeKey: async (source, identifier) => describeKey(client, at(source), identifier),
    sweeps: [parts.aliases, parts.tags],
    details: [parts.rotation],
    extras: [],
    about: [],
    preflight: preflight(client, at, parts),
  };

  async function projectsOf(region: string): ReturnType<typeof listProjects> {
    const named = settings.projects[region];
    if (named) return { value: [{ id: named, name: region }], call: { operation: "configured", at: io.now().toISOString(), requestId: null } };
    return listProjects(client, region);
  }
}
