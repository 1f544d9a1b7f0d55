import type { Cloud, Connection, ConnectionSettings, Io } from "../cloud.ts";
import { aboutInstances } from "./about-instances.ts";
import { aboutService } from "./about-service.ts";
import { openClient } from "./client.ts";
import { describeKey } from "./describe-key.ts";
import { listRegions, whoAmI } from "./discovery.ts";
import { PUSHED_DOWN } from "./filters.ts";
import { keyPolicy } from "./key-policy.ts";
import { keyVersions } from "./key-versions.ts";
import { openListing } from "./list-keys.ts";
import { POLICY } from "./policy.ts";
import { preflight } from "./preflight.ts";
import { reconcile } from "./reconcile.ts";
import { REGION_SHAPE, REGIONS } from "./regions.ts";
import { openSender } from "./signing-keys.ts";
import { aliasesOfOne, tagsOfOne } from "./sweeps-of-one.ts";
import { aliasSweep, tagSweep } from "./sweeps.ts";
import { TERMS } from "./terms.ts";
import { STATES } from "./words.ts";

const KEY_ID = /^[A-Za-z0-9-]{1,128}$/;
const ALIAS = /^alias\/[A-Za-z0-9_/-]{1,249}$/;
const ARN = /^acs:kms:[a-z0-9-]+:(\d+):(key|alias)\/[A-Za-z0-9_/-]{1,255}$/;

/** Alibaba Cloud KMS, product Kms 2016-01-20. See README.md beside this file. */
export const alibaba: Cloud = {
  id: "alibaba",
  label: "Alibaba Cloud",
  labelZh: "阿里云",
  letter: "A",
  credentials: [
    {
      type: "access-key",
      label: "Access key of a RAM user",
      fields: [
        { name: "accessKeyId", label: "AccessKey ID", secret: false, required: true },
        { name: "accessKeySecret", label: "AccessKey secret", secret: true, required: true },
        { name: "roleArn", label: "Role ARN", secret: false, required: false, hint: "To read through a RAM role: acs:ram::<account>:role/<name>" },
        {
          name: "externalId",
          label: "External ID",
          secret: false,
          required: false,
          hint: "Only with a role whose trust policy asks for one, so that nobody else can have us use it",
        },
        { name: "securityToken", label: "Security token", secret: true, required: false, hint: "Of a temporary access key from STS only" },
      ],
    },
  ],
  regions: REGIONS,
  regionShape: REGION_SHAPE,
  endpoints: { kms: "https://kms.{region}.aliyuncs.com", sts: "https://sts.aliyuncs.com" },
  hosts: ["kms.{region}.aliyuncs.com", "kms-vpc.{region}.aliyuncs.com", "sts.aliyuncs.com", "sts.{region}.aliyuncs.com", "sts-vpc.{region}.aliyuncs.com"],
  hasProjects: false,
  pushesDown: PUSHED_DOWN,
  unreported: ["enterpriseProject"],
  extras: ["versions", "policy"],
  // The values that the filter documents (page "ListKeys"); a state of tomorrow is in none of them.
  census: { field: "state", values: Object.values(STATES) },
  takesIdentifier: (identifier) => [KEY_ID, ALIAS, ARN].some((shape) => shape.test(identifier)),
  // The address of a key's page as tools that link to the console write it; a KMS 3.0 console may lead on from there. Not tried against the real console.
  consoleUrl: ({ region, keyId }) => (REGION_SHAPE.test(region) ? `https://kms.console.aliyun.com/${region}/key/detail/${encodeURIComponent(keyId)}` : null),
  terms: TERMS,
  accountOf: (key) => /^acs:kms:[^:]*:(\d+):/.exec(key.arn ?? "")?.[1] ?? null,
  reconcile,
  policy: POLICY,
  // 50 calls a second an account and region, shared with the customer's own tools (help centre "QPS quotas of KMS instances").
  pace: { perSourcePerSecond: 10, perSourceInFlight: 5, perCredentialPerSecond: null },
  connect,
};

function connect(settings: ConnectionSettings, io: Io): Connection {
  const place = { ...alibaba, home: settings.home ?? REGIONS[0] ?? "" };
  const send = openSender(settings.credential, openClient(place, settings, io), io, JSON.stringify(Object.entries(settings.endpoints).sort()));
  const sweeps = { aliases: aliasSweep(send), tags: tagSweep(send) };
  const listKeys = openListing(send);
  const extras = [keyVersions(send), keyPolicy(send, io.now)];
  const about = [aboutService(send), aboutInstances(send)];
  const sweepsOfOne = [aliasesOfOne(send), tagsOfOne(send)];
  return {
    check: () => whoAmI(send),
    regions: () => listRegions(send, place),
    listKeys,
    describeKey: (source, identifier) => describeKey(send, source, identifier),
    sweeps: [sweeps.aliases, sweeps.tags],
    details: [],
    extras,
    about,
    sweepsOfOne,
    preflight: preflight(send, { listKeys, ...sweeps }),
  };
}
