/** Renewed this long before the end, or a tenth of its life before. A token lives 24 hours, a temporary key as long as it was asked for. */
const RENEW_BEFORE_MS = 3_600_000;
/** For a site that does not say when it ends. */
const ASSUMED_LIFE_MS = 3_600_000;

/** When to ask for another, in ms since 1970. `expiresAt` is ISO 8601 with up to six digits of a second. */
export function renewAt(expiresAt: unknown, now: Date): number {
  const said = Date.parse(typeof expiresAt === "string" ? expiresAt : "");
  const endsAt = Number.isNaN(said) ? now.getTime() + ASSUMED_LIFE_MS : said;
  return endsAt - Math.min(RENEW_BEFORE_MS, (endsAt - now.getTime()) / 10);
}
