export type JsonObject = { readonly [name: string]: unknown };

/** Far more than any cloud nests; whoever walks down a record (and the database that keeps it) comes back from so deep. */
const DEEPEST = 64;

/** What a text is in JSON, or undefined where it is none: HTML, nothing, cut JSON, lists in lists without end. Whoever asks must not take undefined for "empty". */
export function jsonValue(text: string): unknown {
  if (depthOf(text) > DEEPEST) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The same where it is an object, or null for everything else. */
export function jsonObject(text: string): JsonObject | null {
  const value = jsonValue(text);
  return isJsonObject(value) ? value : null;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How deep the brackets of a JSON text go, those inside of its strings left out. One pass, whatever the text. */
function depthOf(text: string): number {
  let [depth, deepest, isQuoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === "{" || char === "[") deepest = Math.max(deepest, ++depth);
    else if (char === "}" || char === "]") depth--;
  }
  return deepest;
}
