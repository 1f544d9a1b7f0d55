import type { Twist } from "../exchange.ts";
import type { World, WorldAccount } from "../world.ts";
import type { Session } from "./sessions.ts";

/** What every action may look at. */
export interface AlibabaHouse {
  world: World;
  /** Caps every page, whatever was asked for. */
  pageSize: number;
  olderFilters: readonly string[] | "all";
  sessions: Map<string, Session>;
  /** Nonce → when it was used (ms). */
  nonces: Map<string, number>;
  now(): Date;
}

/** One authenticated call. */
export interface AlibabaCall {
  action: string;
  params: URLSearchParams;
  region: string;
  account: WorldAccount;
  house: AlibabaHouse;
  twist: Twist;
}

/** One file per action: gives the body without RequestId, or throws a VendorError. */
export type Action = (call: AlibabaCall) => Record<string, unknown>;
