export type JsonObject = { readonly [name: string]: unknown };

/** Far more than any cloud nests; whoever walks down a record (and the database that keeps it) comes back from so deep. */
const DEEPEST = 64;

/** What a text is in JSON, or undefined where it is none: HTML, nothing, cut JSON, lists in lists without end, a name given twice. Whoever asks must not take undefined for "empty". */
export function jsonValue(text: string): unknown {
  try {
    return isOdd(text) ? undefined : JSON.parse(text);
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

/**
 * True where brackets go deeper than anybody walks, or an object has one name twice: parsers differ in which of the two they keep, and a list that comes
 * second and empty would look like no keys. One pass, before anything is parsed.
 */
function isOdd(text: string): boolean {
  /** The names of each open object, null for a list; and whether the next text is a name. */
  const open: (Set<string> | null)[] = [];
  let isName = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      const end = endOf(text, at);
      if (isName && repeats(open.at(-1), text.slice(at, end + 1))) return true;
      isName = false;
      at = end;
    } else if (char === "{" || char === "[") {
      isName = char === "{";
      if (open.push(isName ? new Set() : null) > DEEPEST) return true;
    } else if (char === "}" || char === "]") open.pop();
    else if (char === ",") isName = Boolean(open.at(-1));
  }
  return false;
}

/** Where the text that begins at `from` ends. */
function endOf(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** `K\u0065ys` and `Keys` are one name. */
function repeats(names: Set<string> | null | undefined, quoted: string): boolean {
  const name = quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (!names || names.has(name)) return Boolean(names);
  names.add(name);
  return false;
}
