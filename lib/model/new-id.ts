import { randomBytes } from "node:crypto";

const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";

/** 12 random characters of lower-case Crockford base32 (60 bits): the id of an account, a user, a token. */
export function newId(): string {
  return Array.from(randomBytes(12), (byte) => CROCKFORD[byte & 31]).join("");
}

/** What such an id looks like. */
export const ID_SHAPE = /^[0-9a-hjkmnp-tv-z]{12}$/;
