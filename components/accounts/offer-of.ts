import type { CloudOffer } from "./cloud-offer.ts";

/** The part of a cloud's declaration that a browser needs; rules and functions stay on the server. */
export function offerOf({ id, label, letter, credentials, regions, endpoints, hasProjects, policy }: CloudOffer): CloudOffer {
  return { id, label, letter, credentials, regions, endpoints, hasProjects, policy };
}
