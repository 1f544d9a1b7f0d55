import { createHash, randomBytes } from "node:crypto";

/** SHA-256 in hex. Enough for what is 256 random bits; never for a password. */
export const secretHash = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** 256 random bits as 43 characters of base64url. */
export const randomSecret = () => randomBytes(32).toString("base64url");
