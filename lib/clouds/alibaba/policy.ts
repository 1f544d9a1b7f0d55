/**
 * Least privilege, to paste into a RAM custom policy: names and states of keys, never key material or secrets.
 * Source: help centre "Use RAM to control access to KMS". GetCallerIdentity and DescribeRegions need no permission.
 */
export const POLICY = JSON.stringify(
  {
    Version: "1",
    Statement: [
      { Effect: "Allow", Action: ["kms:ListKeys"], Resource: ["acs:kms:*:*:key"] },
      { Effect: "Allow", Action: ["kms:DescribeKey"], Resource: ["acs:kms:*:*:key/*"] },
      { Effect: "Allow", Action: ["kms:ListAliases"], Resource: ["acs:kms:*:*:alias"] },
      { Effect: "Allow", Action: ["kms:ListTagResources"], Resource: ["acs:kms:*:*:key/*"] },
    ],
  },
  null,
  2,
);
