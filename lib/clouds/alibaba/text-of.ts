import type { JsonObject } from "../json-object.ts";

/** A member as text, or undefined where the cloud did not print it, or printed no text: an object has no words, and its own `toString` may be anything. */
export function textOf(record: JsonObject, name: string): string | undefined {
  const value = record[name];
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
