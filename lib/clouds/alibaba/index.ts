import type { Cloud, Connection, ConnectionSettings, Io } from "../cloud.ts";
import { openClient } from "./client.ts";
import { describeKey } from "./describe-key.ts";
import { listRegions, whoAmI } from "./discovery.ts";
import { PUSHED_DOWN } from "./filters.ts";
import { listKeys } from "./list-keys.ts";
import { POLICY } from "./policy.ts";
import { preflight } from "./preflight.ts";
import { reconcile } from "./reconcile.ts";
import { REGION_SHAPE, REGIONS } from "./regions.ts";
import { openSender } from "./signing-keys.ts";
import { aliasSweep, tagSweep } from "./sweeps.ts";

const KEY_ID = /^[A-Za-z0-9-]{1,128}$/;
const ALIAS = /^alias\/[A-Za-z0-9_/-]{1,249}$/;
const ARN = /^acs:kms:[a-z0-9-]+:(\d+):(key|alias)\/[A-Za-z0-9_/-]{1,255}$/;

/** Alibaba Cloud KMS, product Kms 2016-01-20. See README.md beside this file. */
export const alibaba: Cloud = {
  id: "alibaba",
  label: "Alibaba Cloud",
  letter: "A",
  credentials: [
    {
      type: "access-key",
      label: "Access key of a RAM user",
      fields: [
        { name: "accessKeyId", label: "AccessKey ID", secret: false, required: true },
        { name: "accessKeySecret", label: "AccessKey secret", secret: true, required: true },
        { name: "roleArn", label: "Role ARN", secret: false, required: false, hint: "To read through a RAM role: acs:ram::<account>:role/<name>" },
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
  extras: [],
  takesIdentifier: (identifier) => [KEY_ID, ALIAS, ARN].some((shape) => shape.test(identifier)),
  accountOf: (key) => /^acs:kms:[^:]*:(\d+):/.exec(key.arn ?? "")?.[1] ?? null,
  reconcile,
  policy: POLICY,
  // 50 calls a second an account and region, shared with the customer's own tools (help centre "QPS quotas of KMS instances").
  pace: { perSourcePerSecond: 10, perSourceInFlight: 5, perCredentialPerSecond: null },
  connect,
};

function connect(settings: ConnectionSettings, io: Io): Connection {
  const place = { ...alibaba, home: settings.home ?? REGIONS[0] ?? "" };
  const send = openSender(settings.credential, openClient(place, settings, io), io);
  const sweeps = { aliases: aliasSweep(send), tags: tagSweep(send) };
  return {
    check: () => whoAmI(send),
    regions: () => listRegions(send, REGION_SHAPE),
    listKeys: (source, options) => listKeys(send, source, options),
    describeKey: (source, identifier) => describeKey(send, source, identifier),
    sweeps: [sweeps.aliases, sweeps.tags],
    details: [],
    extras: [],
    about: [],
    preflight: preflight(send, sweeps),
  };
}
