import { Refusal } from "../model/refusal.ts";
import { ownOrigins } from "./own-origins.ts";

/**
 * Throws a Refusal `bad_origin` unless a write that rides on a cookie comes from our own pages.
 * Browsers send Origin with every write, and Sec-Fetch-Site since 2023. A program uses a token instead.
 */
export function requireSameOrigin(headers: Headers): void {
  if (!headers.has("sec-fetch-site") && !headers.has("origin")) {
    throw new Refusal("bad_origin", "A write with a session cookie must tell its origin. Programs use an API token.");
  }
  refuseForeignOrigin(headers);
}

/** Throws a Refusal `bad_origin` when the request says that it comes from elsewhere; silence is accepted. */
export function refuseForeignOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site !== null && site !== "same-origin") throw new Refusal("bad_origin", "This write comes from another site.");
  if (origin === null || ownOrigins(headers).includes(origin.toLowerCase())) return;
  throw new Refusal("bad_origin", "This write comes from another origin. Is KEYATLAS_URL the address that browsers use?");
}
