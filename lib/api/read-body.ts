import { Refusal } from "../model/refusal.ts";

/** Bytes. Counted while they stream in: a wrong `content-length` changes nothing. */
export const BODY_LIMIT_BYTES = 64 * 1024;

/**
 * The body as text, or "" when there is none.
 * Throws a Refusal `body_too_large` at the first byte over the limit, and `invalid_body` on what is not UTF-8.
 */
export async function readText(request: Request): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength;
    if (length > BODY_LIMIT_BYTES) {
      await reader.cancel();
      throw new Refusal("body_too_large", `A request body may have at most ${BODY_LIMIT_BYTES / 1024} KB.`);
    }
    chunks.push(read.value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new Refusal("invalid_body", "The body is not UTF-8 text.", null, cause);
  }
}

/** RFC 7111's type, in UTF-8 and with a header row where it says so. */
export function isCsv(headers: Headers): boolean {
  return /^text\/csv\s*(;\s*(charset="?utf-8"?|header=present)\s*)*$/i.test(headers.get("content-type")?.trim() ?? "");
}

/** The parsed JSON body; undefined when it is empty and `mayBeEmpty`. Throws a Refusal of the fitting code, which says what the route `takes`. */
export async function readJson(request: Request, mayBeEmpty: boolean, takes = "application/json"): Promise<unknown> {
  const type = request.headers.get("content-type");
  const isJson = type !== null && /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(type.trim());
  if (!isJson && !(mayBeEmpty && type === null)) {
    throw new Refusal("unsupported_media_type", `Send the body as ${takes}.`);
  }
  const text = await readText(request);
  if (text === "" && mayBeEmpty) return undefined;
  if (!isJson) throw new Refusal("unsupported_media_type", `Send the body as ${takes}.`);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own words quote the text, and the text may hold a secret: so neither words nor cause go on.
    throw new Refusal("malformed_json", "The body is not valid JSON.");
  }
}
