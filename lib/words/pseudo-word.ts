import type { CompiledMessage } from "@lingui/message-utils/compileMessage";

const LETTERS: Record<string, string> = { a: "å", e: "ë", i: "ï", o: "ö", u: "ü", A: "Å", E: "Ë", I: "Ï", O: "Ö", U: "Ü", n: "ñ", c: "ç", s: "š", y: "ý" };

/**
 * A message with other letters and two fifths more of them, between brackets: what stands without brackets was never in the catalogue. A compiled message is
 * a list of texts and of places, `[name, format, choices]`.
 */
export function pseudoWord(message: CompiledMessage): CompiledMessage {
  return ["[", ...(message as unknown[]).map(turned), "]"] as CompiledMessage;
}

function turned(part: unknown): unknown {
  if (typeof part === "string") return stretched(part);
  const [name, format, choices] = part as [string, string?, unknown?];
  if (typeof choices !== "object" || choices === null) return part;
  return [name, format, Object.fromEntries(Object.entries(choices).map(([choice, text]) => [choice, Array.isArray(text) ? text.map(turned) : text]))];
}

/** Tags such as `<b>` and the `#` of a plural stay as they are. */
function stretched(text: string): string {
  if (text === "#" || text.trim() === "") return text;
  return text.replaceAll(/<[^>]*>|[A-Za-z]/g, (piece) => LETTERS[piece] ?? piece) + more(Math.ceil(text.length * 0.4));
}

/** So many signs, in words of ten: a sentence that grows gets more words and not a longer one. */
const more = (count: number): string => "~".repeat(count).replaceAll(/~{10}(?=~)/g, "$& ");
