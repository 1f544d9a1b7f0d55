import { cloudOf } from "../../clouds/registry.ts";
import type { Scope } from "../../model/scope.ts";
import { type NewAccount, parseNewAccount } from "../account-input.ts";
import { checkCredential } from "../check-credential.ts";
import { checkEndpoints } from "../check-endpoints.ts";
import { checkGroups } from "../check-groups.ts";
import { checkProjects, regionsToAsk } from "../check-regions.ts";

/** Everything that connecting refuses without asking a cloud or the store. Throws a Refusal that names the field. */
export function checkRow(scope: Scope, input: unknown): NewAccount {
  const asked = parseNewAccount(input);
  const cloud = cloudOf(asked.cloud);
  checkGroups(scope, asked.groups);
  const endpoints = checkEndpoints(cloud, asked.endpoints);
  checkCredential(cloud, asked.credential);
  if (asked.regions !== "all") regionsToAsk(cloud, asked.regions, endpoints);
  checkProjects(cloud, asked.projects, asked.regions === "all" ? null : asked.regions);
  return asked;
}
