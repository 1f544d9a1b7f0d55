import { ABSENT_REASONS } from "../model/vocabulary.ts";
import { type QueryField, ruleOf } from "./fields.ts";

/** One value of a list as written: its text without escapes, and its shape, in which every escaped character is blanked out. */
export interface Written {
  text: string;
  shape: string;
}

/** Stands in a shape for an escaped character: a noncharacter, so it is never part of the grammar. */
const BLANK = "\uFFFF";

/** Splits a list at its unescaped commas. null when it ends in a lone backslash. */
export function splitList(written: string): Written[] | null {
  const items: Written[] = [{ text: "", shape: "" }];
  let escaped = false;
  for (const char of written) {
    const item = items[items.length - 1] as Written;
    if (escaped) {
      item.text += char;
      item.shape += BLANK.repeat(char.length);
      escaped = false;
    } else if (char === "\\") escaped = true;
    else if (char === ",") items.push({ text: "", shape: "" });
    else {
      item.text += char;
      item.shape += char;
    }
  }
  return escaped ? null : items;
}

/** Escapes what would end or break a value inside a list; `also` adds further characters. */
export function escapeValue(text: string, also: "" | ":" = ""): string {
  const escaped = text.replace(/[\\,]/g, "\\$&");
  return also ? escaped.replaceAll(also, `\\${also}`) : escaped;
}

/** Words with a meaning of their own among the values of a field: a text that equals one is written with a backslash. */
export function isReservedWord(field: QueryField, text: string): boolean {
  const rule = ruleOf(field);
  if (rule.kind === "search") return false;
  return text === "none" || text === "any" || (rule.fact !== null && (ABSENT_REASONS as readonly string[]).includes(text));
}
