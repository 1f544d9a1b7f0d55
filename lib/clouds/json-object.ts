export type JsonObject = { readonly [name: string]: unknown };

/** The object that a text is in JSON, or null for everything else: HTML, nothing, cut JSON, a bare list. Whoever asks must not take null for "empty". */
export function jsonObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
