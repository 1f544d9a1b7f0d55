import { FACT_FIELDS, type FactField } from "../../model/key.ts";
import { CloudError } from "../../model/problem.ts";
import type { SourceAddress } from "../../model/source.ts";
import type { PreflightAction, Sweep } from "../cloud.ts";
import { aboutService } from "./about-service.ts";
import { getKmsInstance } from "./about-instances.ts";
import { describeKey } from "./describe-key.ts";
import { listRegions } from "./discovery.ts";
import { getKeyPolicy } from "./key-policy.ts";
import type { ListKeys } from "./list-keys.ts";
import { REGION_SHAPE } from "./regions.ts";
import type { Sender } from "./signing-keys.ts";
import { STATUS_LANE } from "./status-lane.ts";
import { aliasesOfOne, tagsOfOne } from "./sweeps-of-one.ts";

/** Asked for where there is no key, or where a real one may not have what is asked for: "no such key" says that the action is allowed. */
const PROBE = "00000000-0000-4000-8000-000000000000";
const PROBE_INSTANCE = "kst-000000000000000000000";
const FROM_SWEEPS: readonly FactField[] = ["alias", "aliases", "tags"];
const TOLD = FACT_FIELDS.filter((field) => field !== "enterpriseProject");

/** One harmless call for each action that Keyatlas makes. What is not there at all in an older site is said to be so. */
export function preflight(send: Sender, calls: { listKeys: ListKeys; aliases: Sweep; tags: Sweep }): PreflightAction[] {
  const ask = (action: string, params: Record<string, string>) => async (source: SourceAddress) =>
    void (await send({ service: "kms", action, params, region: source.region }));
  const needed: PreflightAction[] = [
    { action: "kms:ListKeys", feeds: "The list of keys", columns: TOLD, try: async (source) => void (await calls.listKeys(source, { pageSize: 1 })) },
    {
      action: "kms:DescribeKey",
      feeds: "State, spec, usage, origin, rotation, protection, dates; which version is the primary one",
      columns: TOLD.filter((field) => !FROM_SWEEPS.includes(field)),
      try: async (source, keyId) => void (await describeKey(send, source, keyId ?? PROBE)),
    },
  ];
  const optional: PreflightAction[] = [
    {
      action: "kms:ListAliases",
      feeds: "Aliases",
      columns: ["alias", "aliases"],
      try: async (source) => void (await calls.aliases.page(source, { pageToken: null, keyIds: [] })),
    },
    {
      action: "kms:ListTagResources",
      feeds: "Tags",
      columns: ["tags"],
      try: async (source, keyId) => void (await calls.tags.page(source, { pageToken: null, keyIds: [keyId ?? PROBE] })),
    },
    {
      action: "kms:ListAliasesByKeyId",
      feeds: "Aliases of one opened key in one call",
      columns: [],
      instead: "The list of all aliases is read in its place.",
      try: async (source, keyId) => void (await aliasesOfOne(send).read(source, keyId ?? PROBE)),
    },
    {
      action: "kms:ListResourceTags",
      feeds: "Tags of one opened key, on a budget of their own",
      columns: [],
      instead: "ListTagResources is asked in its place.",
      try: async (source, keyId) => void (await tagsOfOne(send).read(source, keyId ?? PROBE)),
    },
    {
      action: "kms:ListKeyVersions",
      feeds: "Versions of an opened key",
      columns: [],
      parts: ["versions"],
      try: (source, keyId) => ask("ListKeyVersions", { KeyId: keyId ?? PROBE, PageNumber: "1", PageSize: "1" })(source),
    },
    {
      action: "kms:GetKeyPolicy",
      feeds: "Policy of an opened key in a KMS instance",
      columns: [],
      parts: ["policy"],
      try: async (source) => void (await getKeyPolicy(send, source, PROBE)),
    },
    {
      action: "kms:DescribeAccountKmsStatus",
      feeds: "Whether KMS is enabled, in debt or suspended",
      columns: [],
      parts: ["service"],
      try: async (source) => void (await aboutService(send).read(source)),
    },
    {
      action: "kms:ListKmsInstances",
      feeds: "KMS instances",
      columns: [],
      parts: ["instances"],
      try: async (source) =>
        void (await send({ service: "kms", action: "ListKmsInstances", params: { PageNumber: "1", PageSize: "1" }, region: source.region, lane: STATUS_LANE })),
    },
    {
      action: "kms:GetKmsInstance",
      feeds: "Name, state and end of KMS instances",
      columns: [],
      parts: ["instances"],
      try: async (source) => void (await getKmsInstance(send, source, PROBE_INSTANCE)),
    },
    {
      action: "kms:DescribeRegions",
      feeds: "Regions that are not read yet",
      columns: [],
      try: async ({ region }) => void (await listRegions(send, { regionShape: REGION_SHAPE, home: region })),
    },
  ];
  return [...needed, ...optional.map(orNotHere)];
}

/** Codes that say that a site has no such action: it is missing there, and not denied or broken. */
const NOT_HERE = /^(InvalidApi\.NotFound|InvalidAction\.NotFound|HTTP 404)$/;

function orNotHere(action: PreflightAction): PreflightAction {
  return {
    ...action,
    async try(source, sampleKeyId) {
      try {
        await action.try(source, sampleKeyId);
      } catch (cause) {
        if (!(cause instanceof CloudError) || !NOT_HERE.test(cause.code)) throw cause;
        const { operation, code, requestId, status } = cause;
        throw new CloudError({ kind: "not-enabled", operation, code, requestId, status, message: "This site has no such action.", cause });
      }
    },
  };
}
