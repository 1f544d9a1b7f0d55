import type { Coverage } from "#lib/model/source.ts";

/** Why a list without a filter holds no key. Only complete readings say that there is none. */
export function emptyWord({ read, stale, unread, problems }: Pick<Coverage, "read" | "stale" | "unread" | "problems">, isLive: boolean) {
  if (unread === 0 && read + stale > 0) return "body.empty.read";
  if (read + stale > 0) return "body.empty.partly";
  if (isLive) return "body.empty.silent";
  return problems.length > 0 ? "body.empty.failed" : "body.empty.unread";
}
