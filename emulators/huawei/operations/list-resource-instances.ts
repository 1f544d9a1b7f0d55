import { keysAt } from "../../world/change-keys.ts";
import type { Operation } from "../call.ts";
import { kmsError } from "../errors.ts";
import { toKeyDetails, without } from "../key-details.ts";
import { numberOf } from "../number-of.ts";

/** Tags of many keys: `action: "filter"` gives rows (limit 1 to 1000, default 10), `"count"` only the number. Default keys have no tags and are not in it. */
export const listResourceInstances: Operation = (call) => {
  const keys = keysAt(call.account, { region: call.project.region, project: call.project.id }).filter((key) => key.facts.manager === "customer");
  if (call.body.action === "count") return { resources: null, total_count: keys.length };
  if (call.body.action !== "filter") throw kmsError(400, "KMS.0202", "Invalid action.");
  const limit = numberOf(call.body.limit) ?? 10;
  const offset = numberOf(call.body.offset) ?? 0;
  if (!(limit >= 1 && limit <= 1000)) throw kmsError(400, "KMS.1601", "limit must be between 1 and 1000.");
  if (!(offset >= 0)) throw kmsError(400, "KMS.1602", "offset must be greater than or equals 0.");
  const page = keys.slice(offset, offset + Math.min(limit, call.house.pageSize));
  return {
    resources: page.map((key) => ({
      resource_id: key.keyId,
      resource_name: key.facts.alias ?? "",
      resource_detail: without(toKeyDetails(call.account, key), call.account.dialect?.describeLacks ?? []),
      tags: Object.entries(key.facts.tags).map(([name, value]) => ({ key: name, value })),
    })),
    total_count: keys.length,
  };
};
