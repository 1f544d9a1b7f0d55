/**
 * The path, query and fragment of a callback URL, when it leads to one of our pages; else null.
 * Anything that a browser could read as another host (`//x`, `/\x`, a scheme, control characters) leads elsewhere.
 */
export function localPath(callbackUrl: string, ownOrigins: readonly string[]): string | null {
  if (/[\p{Cc}\\]/u.test(callbackUrl) || callbackUrl.length > 4096) return null;
  const isPath = callbackUrl.startsWith("/") && !callbackUrl.startsWith("//");
  const base = ownOrigins[0] ?? "http://localhost";
  const url = URL.parse(callbackUrl, isPath ? base : undefined);
  if (!url || url.username || url.password || ![base, ...ownOrigins].includes(url.origin)) return null;
  const path = url.pathname + url.search + url.hash;
  return path.startsWith("//") ? null : path;
}
