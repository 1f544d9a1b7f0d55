import { keysAt } from "../../world/change-keys.ts";
import type { Action } from "../call.ts";
import { parseFilters } from "../filters.ts";
import { paginate } from "../paging.ts";

export const listKeys: Action = (call) => {
  const wanted = parseFilters(call.params.get("Filters"), call);
  const keys = keysAt(call.account, { region: call.region, project: null }).filter((key) => wanted(key, call.account));
  const { page, ...paging } = paginate(call, keys);
  return { ...paging, Keys: { Key: page.map((key) => ({ KeyId: key.keyId, KeyArn: key.arn })) } };
};
