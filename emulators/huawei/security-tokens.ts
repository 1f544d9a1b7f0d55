import { randomBytes } from "node:crypto";
import type { VendorAnswer } from "../exchange.ts";
import type { WorldAccount } from "../world.ts";
import { type AssumeRole, findAgency } from "./agencies.ts";
import type { HuaweiHouse } from "./call.ts";
import { iamError } from "./errors.ts";
import { toMicros } from "./tokens.ts";

/** A temporary key pair: it signs as a lasting one does, with its token in a header, until it ends. */
export interface TemporaryKey {
  account: WorldAccount;
  secret: string;
  securityToken: string;
  expiresAt: Date;
}

interface Wish {
  auth?: { identity?: { methods?: string[]; token?: { duration_seconds?: number | string }; assume_role?: AssumeRole } };
}

/** `POST /v3.0/OS-CREDENTIAL/securitytokens`: a temporary key of the caller's own account, or of one that trusts it; 15 minutes (default) to 24 hours. */
export function issueSecurityToken(body: Record<string, unknown>, caller: WorldAccount, house: HuaweiHouse): VendorAnswer {
  const identity = (body as Wish).auth?.identity;
  const isAgency = identity?.methods?.includes("assume_role") ?? false;
  if (!isAgency && !identity?.methods?.includes("token")) throw iamError(400, "Bad Request", "The request body is invalid");
  const seconds = Number((isAgency ? identity?.assume_role : identity?.token)?.duration_seconds ?? 900);
  if (!(seconds >= 900 && seconds <= 86_400)) throw iamError(400, "Bad Request", "duration_seconds must be between 900 and 86400.");
  const account = isAgency ? findAgency(caller, identity?.assume_role, house.world) : caller;
  const access = `HST3${randomBytes(8).toString("hex").toUpperCase()}`;
  const key = {
    account,
    secret: randomBytes(20).toString("hex"),
    securityToken: `ggpjbi1ub3J0aC00${randomBytes(900).toString("base64")}`,
    expiresAt: new Date(house.now().getTime() + seconds * 1000),
  };
  house.temporary.set(access, key);
  return { status: 201, body: { credential: { access, secret: key.secret, securitytoken: key.securityToken, expires_at: toMicros(key.expiresAt) } } };
}
