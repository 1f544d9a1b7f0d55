import { Refusal } from "#lib/model/refusal.ts";

/** `90d`, `12h`, `4w`, a day or an instant, as ISO 8601; null when nothing is said. Throws a Refusal on anything else. */
export function parseExpiry(text: string | undefined, now = new Date()): string | null {
  if (text === undefined) return null;
  const [, amount, unit] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const hours = { h: 1, d: 24, w: 168 };
  if (amount !== undefined && (unit === "h" || unit === "d" || unit === "w"))
    return new Date(now.getTime() + Number(amount) * hours[unit] * 3_600_000).toISOString();
  const at = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at))
    throw new Refusal("invalid_body", "--expires takes 90d, 12h, 4w or a date such as 2027-01-31.", "expires");
  return new Date(at).toISOString();
}
