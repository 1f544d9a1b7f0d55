import type { Asked } from "../exchange.ts";
import type { Quota } from "../quota-gate.ts";
import type { WorldAccount } from "../world.ts";

const STATUS_CALLS: readonly string[] = ["DescribeAccountKmsStatus", "ListKmsInstances", "GetKmsInstance"];

/**
 * Calls a second on the shared gateway, an account and region, not to be raised ("QPS quotas of KMS instances"): 50 shared by nearly all reads,
 * 300 for ListResourceTags alone, 1 shared by the status and instance calls. GetKeyPolicy stands in no group: ours gives it 50 of its own.
 */
export function quotasOf(asked: Asked, account: WorldAccount): Quota[] {
  if (asked.region === null) return [];
  const [group, perSecond] = groupOf(asked.operation);
  return [{ name: `${account.cloudAccount}|${asked.region}|${group}`, perSecond }];
}

function groupOf(operation: string): [string, number] {
  if (operation === "ListResourceTags" || operation === "GetKeyPolicy") return [operation, operation === "GetKeyPolicy" ? 50 : 300];
  return STATUS_CALLS.includes(operation) ? ["status", 1] : ["shared", 50];
}
