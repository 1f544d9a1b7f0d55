import type { CloudOffer } from "./cloud-offer.ts";

/** The part of a cloud's declaration that a browser needs; rules and functions stay on the server. */
export function offerOf({ id, label, letter, credentials, regions, endpoints, hasProjects, pace, policy }: CloudOffer): CloudOffer {
  const { perSourcePerSecond, perSourceInFlight } = pace;
  return { id, label, letter, credentials, regions, endpoints, hasProjects, pace: { perSourcePerSecond, perSourceInFlight }, policy };
}
