import type { Twist, WireRequest } from "../exchange.ts";
import type { World, WorldAccount, WorldProject } from "../world.ts";
import type { TemporaryKey } from "./security-tokens.ts";
import type { Token } from "./tokens.ts";

export interface HuaweiHouse {
  world: World;
  /** Caps every page, whatever was asked for. */
  pageSize: number;
  tokens: Map<string, Token>;
  /** How many characters a token has. */
  tokenLength: number;
  /** Temporary key pairs that IAM gave out, by access key id. */
  temporary: Map<string, TemporaryKey>;
  /** Access key id → failures in a row, and until when it is locked (ms). */
  failures: Map<string, { inRow: number; lockedUntil: number }>;
  now(): Date;
}

/** One authenticated KMS call inside a project. `body` is the parsed JSON body, `{}` for GET. */
export interface HuaweiCall {
  operation: string;
  request: WireRequest;
  body: Record<string, unknown>;
  account: WorldAccount;
  project: WorldProject;
  /** The key named in the path or in the body. */
  keyId: string | null;
  house: HuaweiHouse;
  twist: Twist;
}

/** One file per operation: gives the body, or throws a VendorError. */
export type Operation = (call: HuaweiCall) => unknown;
