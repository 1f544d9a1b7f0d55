import type { JsonObject } from "../json-object.ts";

/** A member as text, or undefined where the cloud did not print it. */
export function textOf(record: JsonObject, name: string): string | undefined {
  const value = record[name];
  return value === undefined || value === null ? undefined : String(value);
}
