import { assumeRole } from "./actions/assume-role.ts";
import { describeAccountKmsStatus } from "./actions/describe-account-kms-status.ts";
import { describeKey } from "./actions/describe-key.ts";
import { describeRegions } from "./actions/describe-regions.ts";
import { getKeyPolicy } from "./actions/get-key-policy.ts";
import { getKmsInstance } from "./actions/get-kms-instance.ts";
import { listAliases, listAliasesByKeyId } from "./actions/list-aliases.ts";
import { describeKeyVersion, listKeyVersions } from "./actions/list-key-versions.ts";
import { listKeys } from "./actions/list-keys.ts";
import { listKmsInstances } from "./actions/list-kms-instances.ts";
import { listResourceTags } from "./actions/list-resource-tags.ts";
import { listTagResources } from "./actions/list-tag-resources.ts";
import type { Action } from "./call.ts";

export const KMS_VERSION = "2016-01-20";
export const STS_VERSION = "2015-04-01";

export const KMS_ACTIONS: Record<string, Action> = {
  ListKeys: listKeys,
  DescribeKey: describeKey,
  ListAliases: listAliases,
  ListAliasesByKeyId: listAliasesByKeyId,
  DescribeRegions: describeRegions,
  ListResourceTags: listResourceTags,
  ListTagResources: listTagResources,
  DescribeAccountKmsStatus: describeAccountKmsStatus,
  ListKeyVersions: listKeyVersions,
  DescribeKeyVersion: describeKeyVersion,
  GetKeyPolicy: getKeyPolicy,
  ListKmsInstances: listKmsInstances,
  GetKmsInstance: getKmsInstance,
};

/** These need a valid signature but neither a permission nor an activated service. */
export const FREE_ACTIONS: readonly string[] = ["DescribeRegions", "DescribeAccountKmsStatus"];

/** GetCallerIdentity is made per caller, in dialect.ts. */
export const STS_ACTIONS: Record<string, Action> = { AssumeRole: assumeRole };
