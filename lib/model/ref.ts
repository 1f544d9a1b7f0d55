import { createHash } from "node:crypto";
import type { CloudId } from "./vocabulary.ts";

const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The key's name in URLs: 12 characters of lower-case Crockford base32 (60 bits of SHA-256), the same for ever,
 * without revealing an account number. `cloudAccount` is the cloud's own account id, never our account's.
 */
export function keyRef(at: { cloud: CloudId; cloudAccount: string; region: string; project: string | null; keyId: string }): string {
  const parts = [at.cloud, at.cloudAccount, at.region, at.project ?? "", at.keyId];
  const digest = createHash("sha256")
    .update(parts.map((part) => `${part.length}:${part}`).join(""))
    .digest();
  let bits = digest.readBigUInt64BE(0) >> 4n;
  let ref = "";
  for (let i = 0; i < 12; i++) {
    ref = CROCKFORD[Number(bits & 31n)] + ref;
    bits >>= 5n;
  }
  return ref;
}
