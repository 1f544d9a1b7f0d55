import { checkEndpoint } from "../clouds/check-endpoint.ts";
import type { Cloud } from "../clouds/cloud.ts";
import { env } from "../env.ts";
import { Refusal } from "../model/refusal.ts";

/** Refuses overrides of services that the cloud does not have, and addresses that credentials may not go to. Empty ones are left out. */
export function checkEndpoints(cloud: Cloud, endpoints: Record<string, string>): Record<string, string> {
  const given = Object.entries(endpoints).filter(([, address]) => address !== "");
  for (const [service, address] of given) {
    const field = `endpoints.${service.slice(0, 40)}`;
    if (!Object.hasOwn(cloud.endpoints, service))
      throw new Refusal("invalid_body", `${cloud.label} has the services ${Object.keys(cloud.endpoints).join(", ")}.`, field);
    checkEndpoint(cloud, address, env().allowedEndpoints, field);
  }
  return Object.fromEntries(given);
}
