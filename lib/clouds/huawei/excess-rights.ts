import type { ExcessRight } from "../../model/account.ts";
import { isJsonObject } from "../json-object.ts";
import { vendorName } from "../vendor-trace.ts";

/** Roles by the names that tokens and the console give them. Source: IAM "Permissions", system-defined roles. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ["te_admin", "May do everything with every service of the account."],
  ["tenant administrator", "May do everything with every service of the account."],
  ["secu_admin", "May change users, groups and their permissions."],
  ["security administrator", "May change users, groups and their permissions."],
  ["te_agency", "May take on every agency of the account."],
  ["kms_adm", "May create, change and delete keys."],
  ["kms administrator", "May create, change and delete keys."],
  ["kms cmkfullaccess", "May create, change and delete keys."],
  ["dew keypairfullaccess", "May create and delete key pairs."],
]);
const BROAD = /(^|[^a-z])(adm|admin|administrator|full ?access)$|fullaccess/i;

/** Roles of a token that go beyond reading. `op_gated_…` are switches of features and no rights; of other names nobody here knows what they allow. */
export function excessRights(roles: readonly unknown[]): ExcessRight[] {
  const names = roles.flatMap((role) => (isJsonObject(role) && typeof role.name === "string" ? [vendorName(role.name)] : []));
  return [...new Set(names)].flatMap((right) => {
    if (right.startsWith("op_gated_")) return [];
    const message = KNOWN.get(right.toLowerCase()) ?? (BROAD.test(right) ? "Its name says that it may do more than read." : null);
    return message === null ? [] : [{ right, message }];
  });
}
