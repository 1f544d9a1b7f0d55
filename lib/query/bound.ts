import type { Bound } from "./query.ts";

const DAY = /^[1-9]\d{3}-\d\d-\d\d$/;
/** An instant with its zone, as the grammar writes it. */
export const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const RELATIVE = /^(-?\d{1,5})([hdw])$/;

/** A day, an instant with its zone, or an offset from now. null for what is none of them, such as the 30th of February. */
export function parseBound(text: string): Bound | null {
  const relative = RELATIVE.exec(text);
  // `+ 0` makes -0 an ordinary zero.
  if (relative) return { kind: "relative", amount: Number(relative[1]) + 0, unit: relative[2] as "h" | "d" | "w" };
  if (!exists(text.slice(0, 10))) return null;
  if (DAY.test(text)) return { kind: "day", day: text };
  if (!INSTANT.test(text)) return null;
  const at = new Date(text).toISOString().replace(".000Z", "Z");
  // A zone may push the instant out of the years that can be written.
  return INSTANT.test(at) ? { kind: "instant", at } : null;
}

export function formatBound(bound: Bound): string {
  if (bound.kind === "relative") return `${bound.amount}${bound.unit}`;
  return bound.kind === "day" ? bound.day : bound.at;
}

function exists(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
