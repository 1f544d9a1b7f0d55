import type { Credential } from "../../model/account.ts";
import { Refusal } from "../../model/refusal.ts";

/** An agency is named by two fields or by none. @throws Refusal `invalid_body`, naming the one that is missing */
export function checkAgency({ agencyName, agencyDomainName }: Credential): void {
  if (Boolean(agencyName) === Boolean(agencyDomainName)) return;
  const missing = agencyName ? "agencyDomainName" : "agencyName";
  throw new Refusal("invalid_body", "An agency needs its name and the name of the account that made it.", `credential.${missing}`);
}
