/** A value as text, or undefined where the cloud printed no text: an object has no words, and its own `toString` may be anything. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
