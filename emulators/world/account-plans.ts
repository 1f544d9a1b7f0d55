import { type AccountPlan, alibabaPlan, huaweiPlan } from "./account-plan.ts";

/** Ids and secrets are invented and open nothing but the emulated clouds. */
export const ACCOUNT_PLANS: readonly AccountPlan[] = [
  alibabaPlan("Payments prod", "1203004500067891", "keyatlas-reader", {
    groups: ["payments"],
    regions: ["cn-hangzhou", "cn-shanghai", "eu-central-1", "ap-southeast-1"],
    trouble: { "ap-southeast-1": "denied" },
    grown: { "cn-hangzhou": 46, "cn-shanghai": 30, "eu-central-1": 24 },
    prefixes: ["payments", "billing", "web", "ledger", "fraud", "partner"],
  }),
  alibabaPlan(
    "Data lake",
    "1688120340559217",
    "keyatlas-reader",
    {
      groups: ["data"],
      regions: ["cn-hangzhou", "cn-shanghai", "cn-beijing", "eu-central-1"],
      trouble: {},
      unlistedRegions: ["us-west-1"],
      grown: { "cn-hangzhou": 106, "cn-shanghai": 36, "cn-beijing": 20, "eu-central-1": 28, "us-west-1": 3 },
      prefixes: ["lake", "search", "erp", "audit", "ml", "reports"],
    },
    "role",
  ),
  alibabaPlan("Retail 华东", "5012349988776601", "keyatlas-reader", {
    groups: ["retail"],
    regions: ["cn-shanghai", "cn-hangzhou", "cn-shenzhen", "cn-wulanchabu"],
    trouble: { "cn-wulanchabu": "not-enabled" },
    grown: { "cn-shanghai": 38, "cn-hangzhou": 18, "cn-shenzhen": 14 },
    prefixes: ["retail", "crm", "store", "coupon", "logistics"],
  }),
  huaweiPlan("Core infra", "5d3c1f0a9b8e47d6a2c4e6f801b3d5e7", "hw-core-infra", {
    groups: ["platform"],
    regions: ["cn-north-4", "cn-south-1", "cn-east-3", "ap-southeast-3"],
    trouble: { "ap-southeast-3": "denied" },
    grown: { "cn-north-4": 28, "cn-south-1": 22, "cn-east-3": 14 },
    prefixes: ["rds", "hr", "media", "sandbox", "backup", "kafka"],
  }),
  huaweiPlan("EU platform", "16e90b7c55aa4c0db1f2e3d4c58cc146", "hw-eu-platform", {
    groups: ["payments", "platform"],
    regions: ["eu-west-101", "tr-west-1", "me-east-1", "ap-southeast-2"],
    trouble: {},
    agencies: ["5d3c1f0a9b8e47d6a2c4e6f801b3d5e7", "8f27d61c03e94b5f9a0c7b6d5e4f3a21"].map((trusts) => ({ name: "keyatlas_reader", trusts })),
    subProjects: { "eu-west-101": ["eu-west-101_pci"] },
    grown: { "eu-west-101": 28, "eu-west-101_pci": 9, "tr-west-1": 8, "me-east-1": 5 },
    prefixes: ["payments", "mobile", "iam", "gdpr", "portal"],
  }),
  huaweiPlan(
    "Security tools",
    "8f27d61c03e94b5f9a0c7b6d5e4f3a21",
    "hw-security-tools",
    {
      groups: ["security"],
      regions: ["cn-north-4", "cn-north-1", "cn-east-3", "ap-southeast-1"],
      trouble: {},
      unlistedRegions: ["la-south-2"],
      grown: { "cn-north-4": 20, "cn-north-1": 7, "cn-east-3": 5, "ap-southeast-1": 6, "la-south-2": 2 },
      prefixes: ["secrets", "iot", "platform", "siem", "pki"],
    },
    "access-key",
  ),
];
