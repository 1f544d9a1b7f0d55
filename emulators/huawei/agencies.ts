import type { World, WorldAccount } from "../world.ts";
import { iamError } from "./errors.ts";

export interface AssumeRole {
  domain_name?: string;
  domain_id?: string;
  /** Older and newer spelling of the same member. */
  agency_name?: string;
  xrole_name?: string;
  duration_seconds?: number | string;
}

/** The account that lets this caller in through the named agency. Throws 400, 403 and 404 in Keystone's shape. */
export function findAgency(caller: WorldAccount, wish: AssumeRole | undefined, world: World): WorldAccount {
  const name = wish?.agency_name ?? wish?.xrole_name;
  if (!wish || !name || !(wish.domain_name || wish.domain_id)) throw iamError(400, "Bad Request", "The request body is invalid");
  const account = world.accounts.find(
    (each) => each.cloud === "huawei" && (wish.domain_id ? each.cloudAccount === wish.domain_id : each.principal.split("/")[0] === wish.domain_name),
  );
  const named = account?.agencies?.filter((agency) => agency.name === name) ?? [];
  if (!account || named.length === 0) throw iamError(404, "Not Found", `Could not find agency: ${name}.`);
  if (!named.some((agency) => agency.trusts === caller.cloudAccount))
    throw iamError(403, "Forbidden", "You have no right to assume the agency: Agent Operator is required.");
  return account;
}
