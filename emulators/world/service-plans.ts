import type { Place } from "./build-key.ts";
import type { At, KeyPlan } from "./key-plan.ts";

/** Keys that the clouds' own products made: product → creator word (Alibaba), service → Chinese description (Huawei). */
const ALIBABA: readonly (readonly [string, string])[] = [
  ["ecs", "Ecs"],
  ["oss", "Oss"],
  ["rds", "Rds"],
];
const HUAWEI: readonly (readonly [string, string])[] = [
  ["evs/default", "云硬盘默认主密钥"],
  ["obs/default", "对象存储默认主密钥"],
  ["sfs/default", "弹性文件默认主密钥"],
  ["csms/default", "凭据管理默认主密钥"],
];

/** The service keys of one region: three at Alibaba; at Huawei four, and only one in a sub-project. */
export function servicePlans(place: Place, name: string, at: At): KeyPlan[] {
  if (place.cloud === "alibaba") {
    return ALIBABA.map(([product, creator], n) => ({
      label: `service-${product}`,
      facts: { aliases: [`alias/acs/${product}`], manager: "service", createdAt: at(-2100 + n * 95.3) },
      wire: { Creator: creator },
    }));
  }
  const services = name === place.region ? HUAWEI : HUAWEI.slice(0, 1);
  return services.map(([alias, description], n) => ({
    label: `service-${alias}`,
    facts: { aliases: [alias], description, manager: "service", createdAt: at(-1900 + n * 61.7) },
  }));
}
