import type { NativeFilter } from "../cloud.ts";

interface Rule {
  key: string;
  words: Readonly<Record<string, string>> | null;
}

/**
 * Our field → the key and the documented values of ListKeys' `Filters` (page "ListKeys"). A value that the region does not know (HSM, EC_SM2,
 * Aliyun_SM4) is ignored in silence, so whoever asks filters again. Other specs exist; the page does not say that the filter takes them.
 */
const RULES: Readonly<Record<string, Rule>> = {
  state: { key: "KeyState", words: { enabled: "Enabled", disabled: "Disabled", "pending-deletion": "PendingDeletion", "pending-import": "PendingImport" } },
  spec: {
    key: "KeySpec",
    words: { "aes-256": "Aliyun_AES_256", sm4: "Aliyun_SM4", "rsa-2048": "RSA_2048", "ec-p256": "EC_P256", "ec-p256k": "EC_P256K", sm2: "EC_SM2" },
  },
  usage: { key: "KeyUsage", words: { "encrypt-decrypt": "ENCRYPT/DECRYPT", "sign-verify": "SIGN/VERIFY" } },
  protection: { key: "ProtectionLevel", words: { software: "SOFTWARE", hsm: "HSM" } },
  manager: { key: "CreatorType", words: { customer: "User", service: "Service" } },
  instance: { key: "DKMSInstanceId", words: null },
};

/** "Length: 0 to 10" of the Values of one key. */
const MOST_VALUES = 10;

export const PUSHED_DOWN: readonly string[] = Object.keys(RULES);

/** The `Filters` parameter, or null when nothing can be pushed down, and the fields that it speaks of. */
export function toFilters(filter: NativeFilter): { json: string | null; fields: string[] } {
  const entries = Object.entries(filter).flatMap(([field, wanted]) => {
    const rule = Object.hasOwn(RULES, field) ? RULES[field] : undefined;
    const values = rule ? translate(rule, wanted) : null;
    return rule && values ? [{ field, entry: { Key: rule.key, Values: values } }] : [];
  });
  return { json: entries.length > 0 ? JSON.stringify(entries.map(({ entry }) => entry)) : null, fields: entries.map(({ field }) => field) };
}

function translate(rule: Rule, wanted: readonly string[]): string[] | null {
  if (wanted.length === 0 || wanted.length > MOST_VALUES) return null;
  const words = wanted.map((value) => (rule.words === null ? value : Object.hasOwn(rule.words, value) ? rule.words[value] : undefined));
  return words.every((word) => word !== undefined && word !== "") ? (words as string[]) : null;
}
