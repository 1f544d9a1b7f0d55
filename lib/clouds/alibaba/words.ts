import { ownWord, vendorWord } from "../vendor-word.ts";

/** Vendor word → ours. Source: DescribeKey and CreateKey of Kms 2016-01-20; help centre "Key types and specifications". */
export const STATES: Readonly<Record<string, string>> = {
  Enabled: "enabled",
  Disabled: "disabled",
  PendingDeletion: "pending-deletion",
  PendingImport: "pending-import",
};
export const USAGES: Readonly<Record<string, string>> = { "ENCRYPT/DECRYPT": "encrypt-decrypt", "SIGN/VERIFY": "sign-verify" };
export const ORIGINS: Readonly<Record<string, string>> = { Aliyun_KMS: "cloud", EXTERNAL: "imported" };

export function stateOf(word: string): string {
  return ownWord(STATES, word) ?? vendorWord(word);
}

/** The literal of MAC keys is not in any document: whatever says MAC is one. */
export function usageOf(word: string): string {
  return ownWord(USAGES, word) ?? (/MAC/i.test(word) ? "mac" : vendorWord(word));
}

export function originOf(word: string): string {
  return ownWord(ORIGINS, word) ?? vendorWord(word);
}

/** `Aliyun_AES_256` → `aes-256`, `EC_SM2` → `sm2`, `Aliyun_DES3_192` → `3des-192`. */
export function specOf(word: string): string {
  return vendorWord(word.replace(/^Aliyun_/, ""))
    .replace(/^ec-sm2$/, "sm2")
    .replace(/^des3-/, "3des-");
}

/** A thousand years: more is a slip of the cloud. */
const MOST_DAYS = 365_000;

/** `31536000s` → 365 days, `12h` → half a day, to the second. Answers carry seconds; requests may say `365d`, `48h`, `2880m`, so all are read. null = unreadable. */
export function intervalDays(text: string): number | null {
  const [, amount, unit] = /^(\d{1,12})([dhms]?)$/.exec(text) ?? [];
  if (!amount) return null;
  const unitSeconds = { d: 86_400, h: 3_600, m: 60 }[unit ?? ""] ?? 1;
  const days = Math.round((Number(amount) * unitSeconds * 100_000) / 86_400) / 100_000;
  return days <= MOST_DAYS ? days : null;
}
