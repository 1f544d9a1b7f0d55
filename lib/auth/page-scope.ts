import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";
import { readSession } from "./session.ts";
import { sessionCookieName } from "./session-cookie.ts";

/**
 * Who looks at a page. Without a living session it redirects to the sign-in page, and back to this very URL, filters included, afterwards.
 * The layout and the page of one request share one look-up. The proxy writes the path and query into `x-keyatlas-path`, since a page cannot see its own URL.
 */
export const pageScope = cache(async (): Promise<Scope> => {
  const sessionId = (await cookies()).get(sessionCookieName())?.value;
  try {
    if (sessionId !== undefined) return (await readSession(sessionId)).scope;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  const here = (await headers()).get("x-keyatlas-path") ?? "/";
  redirect(here === "/" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(here)}`);
});
