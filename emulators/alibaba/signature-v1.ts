import { createHmac, timingSafeEqual } from "node:crypto";
import { VendorError } from "../exchange.ts";
import { canonicalQuery } from "../canonical-query.ts";
import { encode } from "../encode.ts";

/** The older HMAC-SHA1 signature over all parameters (SignatureVersion 1.0): `METHOD&%2F&…`, key = secret + "&". */
export function verifyV1(method: string, params: URLSearchParams, secret: string): void {
  const query = canonicalQuery([...params].filter(([name]) => name !== "Signature"));
  const text = `${method}&${encode("/")}&${encode(query)}`;
  const expected = createHmac("sha1", `${secret}&`).update(text).digest();
  const given = Buffer.from(params.get("Signature") ?? "", "base64");
  if (given.length !== expected.length || !timingSafeEqual(expected, given)) {
    throw new VendorError(400, "SignatureDoesNotMatch", `Specified signature is not matched with our calculation. server string to sign is:${text}`);
  }
}
