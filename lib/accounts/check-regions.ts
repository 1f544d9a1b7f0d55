import type { Cloud, Connection } from "../clouds/cloud.ts";
import { Refusal } from "../model/refusal.ts";
import { homeOf, sharesSite } from "./shares-site.ts";

/**
 * The regions without repetition. One outside the cloud's closed list passes only where the endpoints are overridden and the cloud itself names it:
 * then it is a cloud of somebody's own, with regions of its own. Its shape is checked before it can reach a host name.
 */
export async function checkRegions(
  cloud: Cloud,
  regions: string[] | "all",
  endpoints: Record<string, string>,
  connect: () => Connection,
): Promise<string[] | null> {
  if (regions === "all") return null;
  const foreign = regionsToAsk(cloud, regions, endpoints);
  const named = foreign.length > 0 ? await ownRegions(connect()) : [];
  const unknown = foreign.find((region) => !named.includes(region));
  if (unknown !== undefined) throw unknownRegion(cloud, unknown);
  return [...new Set(regions)];
}

/** Those that the cloud has to be asked for; throws a Refusal when one cannot be even then. */
export function regionsToAsk(cloud: Cloud, regions: readonly string[], endpoints: Record<string, string>): string[] {
  const foreign = regions.filter((region) => !cloud.regions.includes(region));
  const [first] = foreign;
  const mayBeNamed = Object.keys(endpoints).length > 0 && foreign.every((region) => cloud.regionShape.test(region));
  if (first !== undefined && !mayBeNamed) throw unknownRegion(cloud, first);
  checkSite(cloud, regions, endpoints);
  return foreign;
}

/** A credential goes to one company: not to each that happens to speak the same API. */
function checkSite(cloud: Cloud, regions: readonly string[], endpoints: Record<string, string>): void {
  const elsewhere = regions.find((region) => !sharesSite(cloud, { endpoints, regions }, region));
  if (elsewhere === undefined) return;
  const [here, there] = [homeOf(cloud, regions), elsewhere].map((region) => `"${region.slice(0, 60)}" is a region of ${cloud.site?.(region)}`);
  throw new Refusal("invalid_body", `${here}, ${there}: connect it as an account of its own, with a credential of its own.`, "regions");
}

const unknownRegion = (cloud: Cloud, region: string) => new Refusal("unknown_region", `${cloud.label} has no region "${region.slice(0, 60)}".`, "regions");

async function ownRegions(connection: Connection): Promise<string[]> {
  try {
    return (await connection.regions()).value;
  } catch (cause) {
    throw new Refusal("unknown_region", "This is not one of the cloud's known regions, and the cloud could not be asked for its own.", "regions", cause);
  }
}

/** Projects are named for regions of the account, and only where the cloud has projects. */
export function checkProjects(cloud: Cloud, projects: Record<string, string>, regions: string[] | null): Record<string, string> {
  const given = Object.keys(projects);
  if (given.length > 0 && !cloud.hasProjects) throw new Refusal("invalid_body", `${cloud.label} has no projects.`, "projects");
  const foreign = given.find((region) => (regions ? !regions.includes(region) : !cloud.regionShape.test(region)));
  if (foreign !== undefined)
    throw new Refusal("unknown_region", `A project is named for "${foreign.slice(0, 60)}", which is not among the account's regions.`, "projects");
  return projects;
}
