import type { z } from "zod";
import type { Role, Scope } from "../model/scope.ts";

/** A query that is more than one plain value a name: read from the parameters as they stand. */
export interface QueryReader<Q> {
  read(params: URLSearchParams): Q;
  /** For the description of the API. */
  parameters: readonly { name: string; description: string }[];
}

export interface RouteRule<P, Q, B> {
  /** One line for the description of the API. */
  summary: string;
  /** The least role that may ask. */
  role: Role;
  /** The event that this request is in the audit log: `noun.verb`. */
  audit: `${string}.${string}`;
  /** When answering uses a stored credential: that is recorded, though nothing is written. */
  usesCredential?: "always" | "when-live";
  /** Path parameters; one that does not fit cannot exist: 404. */
  params?: z.ZodType<P>;
  /** Without it, any query parameter is refused. */
  query?: z.ZodType<Q> | QueryReader<Q>;
  body?: z.ZodType<B>;
  /** Where the body may be text/csv too: what the text means, or a Refusal. */
  csv?: (text: string) => B;
  /** True when no body at all means the same as `{}`. */
  bodyMayBeEmpty?: true;
  /** Status of the answer; 200 unless said. 204 sends nothing. */
  status?: 201 | 202 | 204;
  /** The verbs that the path takes: told beside a 405. */
  allow?: readonly string[];
  /** Gives what is sent as JSON, or a finished Response. Failures are thrown as Refusal or CloudError. */
  handle(request: RouteRequest<P, Q, B>): Promise<unknown>;
}

export interface RouteRequest<P, Q, B> {
  scope: Scope;
  params: P;
  query: Q;
  body: B;
  headers: Headers;
  /** Aborted when the asker goes away. */
  signal: AbortSignal;
}

export type RouteHandler = (request: Request, context: { params: Promise<Record<string, string | string[] | undefined>> }) => Promise<Response>;

/** Marks what was made here, across bundles: a test proves that every route bears it. */
export const MADE_BY = Symbol.for("keyatlas.route");

/** What is known of a route from outside: the rule without its input types. */
export type KnownRule = Pick<RouteRule<never, never, never>, "summary" | "role" | "audit" | "usesCredential" | "status" | "allow"> & {
  params?: z.ZodType;
  query?: z.ZodType | Pick<QueryReader<unknown>, "parameters">;
  body?: z.ZodType;
  csv?: (text: string) => unknown;
  bodyMayBeEmpty?: true;
};

/** The rule behind a handler, or null when it was not made by `defineRoute`. */
export function ruleOfRoute(handler: unknown): KnownRule | null {
  return typeof handler === "function" && MADE_BY in handler ? (handler[MADE_BY] as KnownRule) : null;
}
