/**
 * A vendor's error code, or null for what cannot be one. It is stored, logged and shown, and what stands in its place may be anything: the request
 * itself echoed with its token, a megabyte, characters that no database holds.
 */
export function vendorCode(said: string | null): string | null {
  return said !== null && /^[\w.: -]{1,100}$/.test(said) ? said : null;
}

/** A vendor's request id, or null for what cannot be one. */
export function vendorRequestId(said: unknown): string | null {
  return typeof said === "string" && /^[\x21-\x7e]{1,200}$/.test(said) ? said : null;
}

/** A vendor's account number, or null for what cannot be one. */
export function vendorAccount(said: unknown): string | null {
  return typeof said === "string" && /^[\w.:-]{1,128}$/.test(said) ? said : null;
}

/** A name of somebody at a vendor, fit to be stored and shown. */
export function vendorName(said: string): string {
  return said
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, "\uFFFD")
    .slice(0, 200)
    .toWellFormed();
}
