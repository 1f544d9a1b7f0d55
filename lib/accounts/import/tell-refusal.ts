import { CLOUD_REGISTRY } from "../../clouds/registry.ts";
import type { ImportedRow } from "../../model/import-report.ts";
import type { Refusal } from "../../model/refusal.ts";
import { NEW_ACCOUNT } from "../account-input.ts";

const CLOUDS = Object.values(CLOUD_REGISTRY);
const FIELDS = CLOUDS.flatMap(({ credentials }) => credentials.flatMap(({ fields }) => fields));
/** Parts of a row whose values may be shown. */
const PUBLIC_FIELDS = new Set(["type", ...FIELDS.filter(({ secret }) => !secret).map(({ name }) => name)]);
const KNOWN_WORDS = new Set([
  ...Object.keys(NEW_ACCOUNT.shape),
  ...["type", "perSecond", "inFlight", ...FIELDS.map(({ name }) => name)],
  ...CLOUDS.flatMap(({ endpoints }) => Object.keys(endpoints)),
]);
const isRegion = (word: string) => CLOUDS.some(({ regionShape }) => regionShape.test(word));

/**
 * A refusal as a row's error. In a file cells slip into the wrong column, and then a secret stands where a region or a member's name should: so nothing of a
 * row is repeated but what looks like what belongs there.
 */
export function tellRefusal({ code, message, field }: Refusal, input: unknown): NonNullable<ImportedRow["error"]> {
  const known = field === null ? null : knownPart(field);
  if (known !== field) return { code, message: "There is a part here that accounts do not have.", field: known };
  return { code, message: withoutSecrets(withoutForeignQuotes(message), input), field };
}

/** The name to show, unless it repeats a secret. */
export function tellName(input: unknown): string | null {
  const name = partOf(input, "name");
  if (typeof name !== "string" || name.trim() === "") return null;
  const shown = withoutSecrets(name, input);
  return shown === name ? name.trim().slice(0, 80) : null;
}

function knownPart(field: string): string | null {
  const words = field.split(".");
  const foreign = words.findIndex((word, i) => !KNOWN_WORDS.has(word) && !(i > 0 && (isRegion(word) || /^\d{1,3}$/.test(word))));
  return foreign < 0 ? field : words.slice(0, foreign).join(".") || null;
}

const withoutForeignQuotes = (message: string) => message.replace(/"([^"]*)"/g, (quoted, text: string) => (text === "all" || isRegion(text) ? quoted : '"…"'));

function withoutSecrets(text: string, input: unknown): string {
  return secretsOf(input).reduce((shown, secret) => shown.replaceAll(secret, "…"), text);
}

/** Longest first. Shorter than four characters, it would be found in any sentence. */
function secretsOf(input: unknown): string[] {
  const credential = partOf(input, "credential");
  if (typeof credential !== "object" || credential === null) return [];
  const hidden = Object.entries(credential).flatMap(([name, value]) => (typeof value === "string" && !PUBLIC_FIELDS.has(name) ? value.trim() : []));
  return hidden.filter((value) => value.length >= 4).sort((a, b) => b.length - a.length);
}

function partOf(input: unknown, name: string): unknown {
  return typeof input === "object" && input !== null && Object.hasOwn(input, name) ? (input as Record<string, unknown>)[name] : undefined;
}
