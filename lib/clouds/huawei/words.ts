import { timeWithinYears } from "../time-within-years.ts";
import { ownWord, vendorWord } from "../vendor-word.ts";

/** Vendor word → ours. Source: DEW API Reference, "Querying the Key List" and CreateKey (editions of 2023 to 2026). */
export const STATES: Readonly<Record<string, string>> = {
  1: "pending-activation",
  2: "enabled",
  3: "disabled",
  4: "pending-deletion",
  5: "pending-import",
};
const USAGES: Readonly<Record<string, string>> = {
  ENCRYPT_DECRYPT: "encrypt-decrypt",
  SIGN_VERIFY: "sign-verify",
  GENERATE_VERIFY_MAC: "mac",
  KEY_AGREEMENT: "key-agreement",
  DERIVE_SHARED_SECRET: "key-agreement",
};
const ORIGINS: Readonly<Record<string, string>> = { kms: "cloud", external: "imported" };

export function stateOf(word: string): string {
  return ownWord(STATES, word) ?? vendorWord(word);
}

export function usageOf(word: string): string {
  return ownWord(USAGES, word) ?? vendorWord(word);
}

export function originOf(word: string): string {
  return ownWord(ORIGINS, word) ?? vendorWord(word);
}

/** `SECP256K1` → `ec-p256k`; the others lower-kebabed as they are (`AES_256`, `HMAC_SM3`, `ML_DSA_65`). */
export function specOf(word: string): string {
  return word.toUpperCase() === "SECP256K1" ? "ec-p256k" : vendorWord(word);
}

/**
 * A time in text or number. Every page says seconds and the wire carries milliseconds (recorded answers; four independent clients divide by
 * 1000), so the magnitude decides: 10^11 ms is 1973, 10^11 s is the year 5138. null = none, undefined = unreadable.
 */
export function timeOf(value: unknown): string | null | undefined {
  if (typeof value === "object" && value !== null) return undefined;
  const text = String(value ?? "").trim();
  if (text === "" || /^0+$/.test(text)) return null;
  if (!/^\d{1,16}$/.test(text)) return undefined;
  return timeWithinYears(Number(text) >= 1e11 ? Number(text) : Number(text) * 1000);
}

/** Text "true"/"false" in lists, boolean in rotation answers; the text "false" is truthy, so both are spelt out. undefined = neither. */
export function flagOf(value: unknown): boolean | undefined {
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : undefined;
}
