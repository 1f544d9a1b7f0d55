import type { WireRequest } from "../exchange.ts";
import type { HuaweiHouse } from "./call.ts";
import { kmsError } from "./errors.ts";
import type { Token } from "./tokens.ts";

/** The token of a KMS call: it must live and be of the project in the URL. */
export function authenticateToken(request: WireRequest, project: string | null, house: HuaweiHouse): Token {
  const name = request.headers["x-auth-token"];
  if (!name) throw kmsError(403, "KMS.0301", "The token is null.");
  const token = house.tokens.get(name);
  if (!token) throw kmsError(403, "KMS.0302", "Invalid token.");
  if (token.expiresAt <= house.now()) throw kmsError(403, "KMS.0303", "The token has expired.");
  if (token.project?.id !== project) throw kmsError(403, "KMS.0305", "The project of the token is not that of the request.");
  return token;
}
