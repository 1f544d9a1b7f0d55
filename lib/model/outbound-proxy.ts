/** The HTTP proxy that calls to the clouds go through. */
export interface OutboundProxy {
  hostname: string;
  port: number;
  /** The value of Proxy-Authorization; a function, so that no log line and no JSON of the settings shows the password. */
  authorization(): string | null;
}

/** Takes `http://[user:password@]host:port` apart; null when it is anything else. Reserved characters of user and password are percent-encoded. */
export function outboundProxyFrom(text: string): OutboundProxy | null {
  const url = URL.parse(text);
  if (url?.protocol !== "http:" || url.hostname === "" || url.pathname !== "/" || url.search || url.hash) return null;
  const user = decoded(url.username);
  const password = decoded(url.password);
  // RFC 7617: the first colon ends the user's name.
  if (user === null || password === null || user.includes(":")) return null;
  const basic = url.username || url.password ? `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` : null;
  return { hostname: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || 80), authorization: () => basic };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
