import { cloudOf } from "../../clouds/registry.ts";
import type { NewAccount } from "../account-input.ts";

/**
 * Whether two rows read the same place, as far as can be told without asking: the same cloud by the same public parts of a credential at the same addresses,
 * and a region, and where both name one a project, in common. That two credentials belong to one cloud account only the cloud can say.
 */
export function isSamePlace(a: NewAccount, b: NewAccount): boolean {
  return whoAsks(a) === whoAsks(b) && sharesRegion(a, b);
}

function whoAsks({ cloud, credential, endpoints }: NewAccount): string {
  const kind = cloudOf(cloud).credentials.find(({ type }) => type === credential.type);
  const open = kind?.fields.filter(({ secret }) => !secret).map(({ name }) => String(credential[name] ?? "").trim());
  return JSON.stringify([cloud, credential.type, open, Object.entries(endpoints).sort()]);
}

function sharesRegion(a: NewAccount, b: NewAccount): boolean {
  const common = a.regions === "all" ? b.regions : b.regions === "all" ? a.regions : a.regions.filter((region) => b.regions.includes(region));
  if (common === "all") return true;
  return common.some((region) => {
    const [one, other] = [a.projects[region], b.projects[region]];
    return one === undefined || other === undefined || one === other;
  });
}
