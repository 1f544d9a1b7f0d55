/**
 * Percent-encoding by RFC 3986, as both clouds sign it: everything but letters, digits and `-_.~`. Halves of letters, which have no bytes, become U+FFFD:
 * a token or id of a broken answer is then one that the cloud does not know.
 */
export function rfc3986(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Parameters sorted by code unit and encoded: the query as it is both sent and signed. An empty value stands as `name=`. */
export function canonicalQuery(params: Iterable<readonly [string, string]>): string {
  return [...params]
    .map(([name, value]) => [rfc3986(name), rfc3986(value)] as const)
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}
