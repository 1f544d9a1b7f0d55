import { VendorError } from "../../exchange.ts";
import { keysAt } from "../../world/change-keys.ts";
import type { Action, AlibabaCall } from "../call.ts";

const ROWS = 200;

/** One row a tag, 200 rows a page, `NextToken: ""` at the end. Ids that name no key give no row. */
export const listTagResources: Action = (call) => {
  for (const name of ["RegionId", "ResourceType"]) {
    if (!call.params.get(name)) throw new VendorError(400, `Missing${name}`, `${name} is mandatory for this action.`);
  }
  if (call.params.get("ResourceType") !== "key") throw invalid("ResourceType");
  const ids = resourceIds(call);
  const rows = keysAt(call.account, { region: call.region, project: null })
    .filter((key) => ids.length === 0 || ids.includes(key.keyId))
    .flatMap((key) => Object.entries(key.facts.tags).map(([TagKey, TagValue]) => ({ ResourceId: key.keyId, ResourceType: "key", TagKey, TagValue })));
  const from = offsetOf(call.params.get("NextToken"));
  const to = from + Math.min(ROWS, call.house.pageSize);
  return { NextToken: to < rows.length ? Buffer.from(`offset:${to}`).toString("base64") : "", TagResources: { TagResource: rows.slice(from, to) } };
};

function resourceIds(call: AlibabaCall): string[] {
  const ids = [...call.params].filter(([name]) => /^ResourceId\.\d+$/.test(name)).map(([, value]) => value);
  if (ids.length > 50) throw invalid("ResourceId");
  return ids;
}

function offsetOf(token: string | null): number {
  if (!token) return 0;
  const match = /^offset:(\d+)$/.exec(Buffer.from(token, "base64").toString("utf8"));
  if (!match) throw invalid("NextToken");
  return Number(match[1]);
}

function invalid(name: string): VendorError {
  return new VendorError(400, "InvalidParameter", `The specified parameter ${name} is not valid.`);
}
