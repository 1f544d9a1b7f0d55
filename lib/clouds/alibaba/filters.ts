import type { NativeFilter } from "../cloud.ts";
import { tagWords } from "./tag-words.ts";

/** The words of one of our fields in the cloud's language, by filter key, or null where any value has none. More keys than needed may match. */
type Translate = (wanted: readonly string[]) => Readonly<Record<string, readonly string[]>> | null;

/**
 * Our field → the keys and the documented values of ListKeys' `Filters` (page "ListKeys"). A value that the region does not know (HSM, EC_SM2,
 * Aliyun_SM4) is ignored in silence, so whoever asks filters again. Other specs exist; the page does not say that the filter takes them.
 */
const RULES: Readonly<Record<string, Translate>> = {
  state: words("KeyState", { enabled: "Enabled", disabled: "Disabled", "pending-deletion": "PendingDeletion", "pending-import": "PendingImport" }),
  spec: words("KeySpec", {
    "aes-256": "Aliyun_AES_256",
    sm4: "Aliyun_SM4",
    "rsa-2048": "RSA_2048",
    "ec-p256": "EC_P256",
    "ec-p256k": "EC_P256K",
    sm2: "EC_SM2",
  }),
  usage: words("KeyUsage", { "encrypt-decrypt": "ENCRYPT/DECRYPT", "sign-verify": "SIGN/VERIFY" }),
  protection: words("ProtectionLevel", { software: "SOFTWARE", hsm: "HSM" }),
  manager: words("CreatorType", { customer: "User", service: "Service" }),
  instance: own("DKMSInstanceId", /./),
  // An ARN is not pushed down: only the cloud knows which id it stands for.
  id: own("keyId", /^[A-Za-z0-9-]{1,128}$/),
  alias: (wanted) => ({ AliasName: wanted.map((alias) => (alias.startsWith("alias/") ? alias : `alias/${alias}`)) }),
  tag: tags,
};

/** Keys that only newer revisions of the page name: a site may refuse them. */
export const NEWER: readonly string[] = ["instance", "id", "alias", "tag"];

/** "Length: 0 to 10" of the Values of one key, and of the entries, of which our fields make 10 at most. */
const MOST_VALUES = 10;

export const PUSHED_DOWN: readonly string[] = Object.keys(RULES);

/** The `Filters` parameter, or null when nothing can be pushed down, and the fields that it speaks of; none of those in `without`. */
export function toFilters(filter: NativeFilter, without: readonly string[] = []): { json: string | null; fields: string[] } {
  const translated = Object.entries(filter).flatMap(([field, wanted]) => {
    const entries = without.includes(field) ? null : translate(field, wanted);
    return entries ? [{ field, entries }] : [];
  });
  const entries = translated.flatMap((each) => each.entries);
  return { json: entries.length > 0 ? JSON.stringify(entries) : null, fields: translated.map(({ field }) => field) };
}

function translate(field: string, wanted: readonly string[]): { Key: string; Values: string[] }[] | null {
  const said = Object.hasOwn(RULES, field) ? RULES[field]?.(wanted) : null;
  const entries = Object.entries(said ?? {}).map(([Key, values]) => ({ Key, Values: [...new Set(values)] }));
  const isWhole = entries.length > 0 && entries.every(({ Values }) => Values.length > 0 && Values.length <= MOST_VALUES && !Values.includes(""));
  return isWhole ? entries : null;
}

function words(key: string, ours: Readonly<Record<string, string>>): Translate {
  return (wanted) => (wanted.every((value) => Object.hasOwn(ours, value)) ? { [key]: wanted.map((value) => ours[value] ?? "") } : null);
}

function own(key: string, shape: RegExp): Translate {
  return (wanted) => (wanted.every((value) => shape.test(value)) ? { [key]: wanted } : null);
}

/** Keys and values of tags are two filters, so pairs become "one of these keys and one of these values"; a bare key or an empty value leaves the keys. */
function tags(wanted: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const pairs = wanted.map(tagWords);
  const values = [...new Set(pairs.flatMap(({ value }) => value || []))];
  const isPaired = pairs.every(({ value }) => value) && values.length <= MOST_VALUES;
  return { TagKey: pairs.map(({ key }) => key), ...(isPaired ? { TagValue: values } : {}) };
}
