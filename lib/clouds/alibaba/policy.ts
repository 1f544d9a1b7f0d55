const KEYS = "acs:kms:*:*:key";
const ANY_KEY = "acs:kms:*:*:key/*";

/**
 * Least privilege, to paste into a RAM custom policy: names, states, dates, versions and policies of keys, never key material or secrets.
 * Source: help centre "Use RAM to control access to KMS". GetCallerIdentity and DescribeRegions need no permission. Instances and the status of the
 * service are named by no key; a policy that names them by resource is in no document.
 */
export const POLICY = JSON.stringify(
  {
    Version: "1",
    Statement: [
      { Effect: "Allow", Action: ["kms:ListKeys"], Resource: [KEYS] },
      { Effect: "Allow", Action: ["kms:DescribeKey", "kms:ListKeyVersions", "kms:GetKeyPolicy"], Resource: [ANY_KEY] },
      { Effect: "Allow", Action: ["kms:ListAliases"], Resource: ["acs:kms:*:*:alias"] },
      { Effect: "Allow", Action: ["kms:ListAliasesByKeyId"], Resource: [ANY_KEY, "acs:kms:*:*:alias", "acs:kms:*:*:alias/*"] },
      { Effect: "Allow", Action: ["kms:ListTagResources", "kms:ListResourceTags"], Resource: [ANY_KEY] },
      { Effect: "Allow", Action: ["kms:ListKmsInstances", "kms:GetKmsInstance", "kms:DescribeAccountKmsStatus"], Resource: ["*"] },
    ],
  },
  null,
  2,
);
