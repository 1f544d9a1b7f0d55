import type { SiteDialect } from "../world.ts";
import { type AccountPlan, alibabaPlan, huaweiPlan } from "./account-plan.ts";

/** T Cloud Public (until 2025 Open Telekom Cloud): its list-keys documents neither key_spec nor enterprise projects, and aliases were taken out in 2025. */
const OTC: SiteDialect = {
  refuses: ["key_spec", "enterprise_project_id", "keystore_type"],
  refusal: "KMS.0308",
  listsAllSpecs: false,
  aliases: false,
  keystores: false,
  quotas: true,
  namesInDescribe: true,
  listLacks: ["sys_enterprise_project_id", "keystore_type", "multi_region_key_type"],
  listLacksIn: { "eu-nl": ["key_spec", "key_usage", "key_rotation_enabled"] },
  describeLacks: ["sys_enterprise_project_id", "keystore_type", "multi_region_key_type"],
};

/** Accounts of other sites and with awkward rights: only with `createWorld({ dialects: true })`. */
export const DIALECT_PLANS: readonly AccountPlan[] = [
  huaweiPlan("Telekom DE", "c4e1a7302f9d4d6bb5a8e60719f3c2d4", "OTC00000000001000099999", {
    groups: ["payments"],
    regions: ["eu-de", "eu-nl"],
    trouble: {},
    dialect: OTC,
    grown: { "eu-de": 14, "eu-nl": 6 },
    prefixes: ["sap", "portal", "archive"],
  }),
  alibabaPlan("Arrears", "1999000011112222", "keyatlas-reader", {
    groups: ["retail"],
    regions: ["cn-hangzhou", "cn-shanghai", "cn-beijing"],
    trouble: { "cn-shanghai": "in-debt", "cn-beijing": "suspended" },
    grown: { "cn-hangzhou": 4 },
    prefixes: ["old", "shop"],
  }),
  alibabaPlan("Root key", "1555000033334444", "root", {
    groups: ["platform"],
    regions: ["cn-hangzhou"],
    trouble: {},
    isRoot: true,
    grown: { "cn-hangzhou": 4 },
    prefixes: ["founder"],
  }),
  huaweiPlan("Wide rights", "a1b2c3d4e5f60718293a4b5c6d7e8f90", "hw-wide-rights", {
    groups: ["platform"],
    regions: ["cn-north-4", "cn-south-1"],
    trouble: { "cn-south-1": "in-debt" },
    roles: ["te_admin", "kms_adm", "secu_admin"],
    grown: { "cn-north-4": 4 },
    prefixes: ["ops"],
  }),
];
