import { VendorError } from "../exchange.ts";
import type { WorldKey } from "../world.ts";
import { findKey, keysAt } from "../world/change-keys.ts";
import type { AlibabaCall } from "./call.ts";
import { noPermission } from "./no-permission.ts";

/** The key that a KeyId parameter names: key id, alias (`alias/…`) or key ARN. Throws the documented 400, 403 and 404. */
export function findNamedKey(call: AlibabaCall): WorldKey {
  const name = call.params.get("KeyId");
  if (!name) throw new VendorError(400, "MissingKeyId", "KeyId is mandatory for this action.");
  const place = { region: call.region, project: null };
  const isAlias = name.startsWith("alias/");
  const key =
    isAlias || name.startsWith("acs:")
      ? keysAt(call.account, place).find((each) => each.arn === name || each.facts.aliases.includes(name))
      : findKey(call.account, place, name);
  if (!key) {
    throw isAlias
      ? new VendorError(404, "Forbidden.AliasNotFound", "The specified Alias is not found.")
      : new VendorError(404, "Forbidden.KeyNotFound", "The specified Key is not found.");
  }
  if (key.denied.includes(call.action)) throw noPermission(call.action, `${key.arn}`, call.account);
  return key;
}
