import type { NativeFilter } from "../cloud.ts";
import { STATES } from "./words.ts";

const STATE_NUMBERS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(STATES).map(([number, state]) => [state, number]));
/** The values of `key_spec` that the page "Querying the Key List" documents (2026-06-11). */
const SPECS: Readonly<Record<string, string>> = {
  "aes-256": "AES_256",
  sm4: "SM4",
  "rsa-2048": "RSA_2048",
  "rsa-3072": "RSA_3072",
  "rsa-4096": "RSA_4096",
  "ec-p256": "EC_P256",
  "ec-p384": "EC_P384",
  sm2: "SM2",
};

export const PUSHED_DOWN: readonly string[] = ["state", "spec"];

/** Each member takes one value only: a filter with more is left to the caller. */
export function toFilters(filter: NativeFilter): { body: Record<string, string>; fields: string[] } {
  const state = onlyWord(filter.state, STATE_NUMBERS);
  const spec = onlyWord(filter.spec, SPECS);
  return {
    body: { ...(state ? { key_state: state } : {}), ...(spec ? { key_spec: spec } : {}) },
    fields: [...(state ? ["state"] : []), ...(spec ? ["spec"] : [])],
  };
}

function onlyWord(wanted: readonly string[] | undefined, words: Readonly<Record<string, string>>): string | undefined {
  const [value, ...others] = wanted ?? [];
  return value !== undefined && others.length === 0 && Object.hasOwn(words, value) ? words[value] : undefined;
}
