import { VendorError } from "../exchange.ts";
import type { WorldAccount, WorldKey } from "../world.ts";
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
      ? (keysAt(call.account, place).find((each) => each.arn === name || each.facts.aliases.includes(name)) ?? findSharedKey(call, name))
      : findKey(call.account, place, name);
  if (!key) {
    throw isAlias
      ? new VendorError(404, "Forbidden.AliasNotFound", "The specified Alias is not found.")
      : new VendorError(404, "Forbidden.KeyNotFound", "The specified Key is not found.");
  }
  if (key.denied.includes(call.action)) throw noPermission(call.action, `${key.arn}`, call.account);
  return key;
}

/** A key of another account, by its ARN only and where it is shared with this one. */
function findSharedKey({ account, region, house }: AlibabaCall, arn: string): WorldKey | undefined {
  const shared = (key: WorldKey) => key.arn === arn && key.region === region && key.sharedWith?.includes(account.cloudAccount);
  return house.world.accounts.flatMap((each) => (each.cloud === "alibaba" ? each.keys : [])).find(shared);
}

/** The account that a key belongs to, which need not be the caller's. */
export function ownerOf(key: WorldKey, { account, house }: AlibabaCall): WorldAccount {
  return house.world.accounts.find((each) => each.cloudAccount === key.arn?.split(":")[3]) ?? account;
}
