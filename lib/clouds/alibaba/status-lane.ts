/** DescribeAccountKmsStatus, ListKmsInstances and GetKmsInstance: one call a second for all three at a region (help centre, "QPS quotas of KMS instances"). */
export const STATUS_LANE = { name: "status", perSecond: 1 } as const;
