import type { At, KeyPlan } from "./key-plan.ts";
import { specialHuaweiPlans } from "./special-huawei-plans.ts";
import { specialLakePlans } from "./special-lake-plans.ts";
import { specialPaymentsPlans } from "./special-payments-plans.ts";

/** The hand-written keys of an account in one place (a region, or a sub-project by name). */
export function specialPlans(account: string, place: string, at: At): KeyPlan[] {
  const plans = { ...specialPaymentsPlans(at), ...specialLakePlans(at), ...specialHuaweiPlans(at) };
  return plans[`${account}/${place}`] ?? [];
}
