import type { QueryField } from "#lib/query/fields.ts";
import type { Translate } from "#lib/words/translate.ts";

/** Values that are names or machine words: shown as they are. */
const VERBATIM = new Set<QueryField>(["q", "account", "region", "project", "instance", "enterpriseProject", "alias", "id", "ref", "description", "tag"]);

/** A field as a reader calls it. */
export const fieldWords = (field: QueryField, t: Translate): string => t(`field.${field}`);

/** A value of the vocabulary in words: "Pending deletion", "AES-256", "EC P-256". What clouds made up keeps its own. */
export function valueWords(field: QueryField, value: string, t: Translate): string {
  if (VERBATIM.has(field)) return value;
  const key = `value.${value}`;
  if (t.knows(key)) return t(key);
  if (field === "spec") return specWords(value);
  if (field === "state" && /^\d+$/.test(value)) return t("value.code", { code: value });
  const spaced = value.replaceAll("-", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** In the middle of a sentence: "managed by", but still RSA. */
export const inSentence = (word: string): string => (/^[A-Z][a-z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word);

/** What darkens without an action, in the middle of a line: `lastRotatedAt` is "last rotated". */
export function partWords(name: string, t: Translate): string {
  const key = `part.${name}`;
  return t.knows(key) ? t(key) : name;
}

/** Names of algorithms, the same in every language: "aes-256" is AES-256, "ec-p384" is EC P-384, "ed25519" is Ed25519. */
function specWords(spec: string): string {
  if (spec.startsWith("ed")) return `E${spec.slice(1)}`;
  const upper = spec.toUpperCase();
  const curve = /^EC-P(\d+K?)$/.exec(upper);
  return curve ? `EC P-${curve[1]}` : upper;
}
