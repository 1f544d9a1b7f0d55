import { Refusal } from "../model/refusal.ts";
import { defineRoute } from "./define-route.ts";
import type { RouteHandler } from "./route-rule.ts";

const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Verb = (typeof VERBS)[number];

/** Handlers for the verbs that a path does not take: 405 with the `allowed` ones, and 401 to strangers as everywhere. */
export function refuseVerbs<A extends Verb>(...allowed: A[]): Record<Exclude<Verb, A>, RouteHandler> {
  const refuse = defineRoute({
    summary: "Not taken",
    role: "viewer",
    audit: "request.refuse",
    allow: allowed,
    query: { read: () => null, parameters: [] },
    handle: async () => {
      throw new Refusal("method_not_allowed", `This path takes ${allowed.join(", ") || "nothing"}.`);
    },
  });
  const rest = VERBS.filter((verb) => !allowed.some((one) => one === verb));
  return Object.fromEntries(rest.map((verb) => [verb, refuse])) as Record<Exclude<Verb, A>, RouteHandler>;
}
