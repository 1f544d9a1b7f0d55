import type { z } from "zod";
import { Refusal, type RefusalCode } from "../model/refusal.ts";

/** Checks a value by its schema. Throws a Refusal that names the first field at fault, without the value. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, code: RefusalCode): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    const broken = brokenText(value);
    if (broken !== null) throw new Refusal(code, `${broken || "The input"} holds a character that is none: NUL, or half of a pair.`, broken || null);
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String) ?? [];
  if (issue?.code === "unrecognized_keys") path.push(issue.keys[0] ?? "");
  const field = path.join(".");
  throw new Refusal(code, `${field ? `${field}: ` : ""}${issue?.message ?? "invalid"}`, field || null);
}

/** Query parameters as an object. Throws a Refusal for a parameter given twice or a broken percent-escape. */
export function plainQuery(params: URLSearchParams): Record<string, string> {
  const seen = new Map<string, string>();
  for (const [name, value] of params) {
    if (seen.has(name)) throw new Refusal("invalid_query", `${name} is given more than once.`, name);
    seen.set(name, value);
  }
  return Object.fromEntries(seen);
}

/** Throws a Refusal when the raw query holds a percent sign that is not an escape of valid UTF-8: `URLSearchParams` would swallow it. */
export function requireCleanEscapes(search: string): void {
  try {
    decodeURIComponent(search);
  } catch (cause) {
    throw new Refusal("invalid_query", "The query holds a broken percent-escape.", null, cause);
  }
}

/** The path of the first text that no database can hold, or null. Without recursion: a body may be nested thousands of times. */
function brokenText(value: unknown): string | null {
  const left: { path: string; value: unknown }[] = [{ path: "", value }];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (typeof at.value === "string" && isBroken(at.value)) return at.path;
    if (typeof at.value !== "object" || at.value === null) continue;
    for (const [name, inner] of Object.entries(at.value)) {
      if (isBroken(name)) return at.path;
      left.push({ path: at.path === "" ? name : `${at.path}.${name}`, value: inner });
    }
  }
  return null;
}

const isBroken = (text: string) => text.includes("\0") || !text.isWellFormed();
