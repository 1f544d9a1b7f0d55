import type { GrantSlot, Renewable } from "./hold-grant.ts";

/** The one guarded way out that an adapter is handed: allow-list, timeouts, retry, pacing, body cap. */
export interface Io {
  /**
   * Sends until `read` accepts an answer or retrying is over; the last error is thrown.
   * `build` is called anew for each attempt, so that dates, nonces and signatures are fresh.
   */
  send<T>(call: OutgoingCall<T>): Promise<T>;
  now(): Date;
  /** Where a grant of that name is kept for all connections of the credential; each connection keeps its own where it is absent. */
  grantSlot?<T extends Renewable>(name: string): GrantSlot<T>;
}

export interface OutgoingCall<T> {
  operation: string;
  /** The budget the call draws on: the source's region, or null for sign-in and discovery. */
  region: string | null;
  /** The project of the source that it asks about, for whoever counts calls. Default null. */
  project?: string | null;
  /** `token`: what an `auth` failure refuses can be renewed, and says nothing about the credential itself. Default `secret`. */
  presents?: "secret" | "token";
  /**
   * True for all but sign-in, who am I, listing and describing: a site may refuse what it does not know as if the credential were bad. Such an answer says
   * nothing about a credential that the others took a moment ago. Default false.
   */
  isAside?: boolean;
  build(): OutgoingRequest;
  /** The answer's content. Throws the CloudError that a failure status, or a success that is none, stands for. */
  read(answer: Incoming): T;
  signal?: AbortSignal;
  /**
   * A budget of its own that the cloud keeps for a few operations at each region, on top of the region's: all calls of that name together may not exceed
   * the rate. Default none.
   */
  lane?: { name: string; perSecond: number };
}

export interface OutgoingRequest {
  method: "GET" | "POST";
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

export interface Incoming {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  text: string;
}
