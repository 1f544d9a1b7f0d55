import type { At, KeyPlan } from "./key-plan.ts";
import { specialAlibabaPlans } from "./special-alibaba-plans.ts";
import { specialHuaweiPlans } from "./special-huawei-plans.ts";

/** The hand-written keys of an account in one place (a region, or a sub-project by name). */
export function specialPlans(account: string, place: string, at: At): KeyPlan[] {
  const plans = { ...specialAlibabaPlans(at), ...specialHuaweiPlans(at) };
  return plans[`${account}/${place}`] ?? [];
}
