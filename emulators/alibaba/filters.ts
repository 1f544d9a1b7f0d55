import { VendorError } from "../exchange.ts";
import type { WorldAccount, WorldKey } from "../world.ts";
import type { AlibabaCall } from "./call.ts";
import { keyWords } from "./key-words.ts";
import { hasHsm, hasStateCrypto } from "./regions.ts";

/** What each filter key of ListKeys looks at. */
const LOOKS_AT: Record<string, (key: WorldKey, account: WorldAccount) => string[]> = {
  KeyState: metadata("KeyState"),
  KeySpec: metadata("KeySpec"),
  KeyUsage: metadata("KeyUsage"),
  ProtectionLevel: metadata("ProtectionLevel"),
  DKMSInstanceId: metadata("DKMSInstanceId"),
  Creator: metadata("Creator"),
  CreatorType: (key) => [key.facts.manager === "service" ? "Service" : "User"],
  keyId: (key) => [key.keyId],
  AliasName: (key) => key.facts.aliases,
  TagKey: (key) => Object.keys(key.facts.tags),
  TagValue: (key) => Object.values(key.facts.tags),
};

/** What the first revision of the filters knew; a region that has not got the newer one refuses the rest. */
const OLDER_KEYS: readonly string[] = ["KeyState", "KeySpec", "KeyUsage", "ProtectionLevel", "CreatorType"];

/**
 * ListKeys' `Filters`: AND between keys, OR between values, entries of the same key merged; at most 10 entries of at most 10 values.
 * Values that the region does not know (HSM, SM2, SM4) are ignored; a key left without values filters nothing.
 */
export function parseFilters(text: string | null, { region, house }: Pick<AlibabaCall, "region" | "house">): (key: WorldKey, account: WorldAccount) => boolean {
  if (text === null || text === "") return () => true;
  const wanted = new Map<string, string[]>();
  for (const { Key, Values } of parseEntries(text)) {
    if (!OLDER_KEYS.includes(Key) && isOlder(region, house.olderFilters)) throw invalid();
    const known = Values.filter((value) => isKnown(Key, value, region));
    if (known.length > 0) wanted.set(Key, [...(wanted.get(Key) ?? []), ...known]);
  }
  return (key, account) => [...wanted].every(([name, values]) => LOOKS_AT[name]?.(key, account).some((has) => values.includes(has)));
}

function isOlder(region: string, older: AlibabaCall["house"]["olderFilters"]): boolean {
  return older === "all" || older.includes(region);
}

function parseEntries(text: string): { Key: string; Values: string[] }[] {
  const entries = readJson(text);
  if (!Array.isArray(entries) || entries.length > 10) throw invalid();
  return entries.map((entry: { Key?: unknown; Values?: unknown }) => {
    const { Key, Values } = entry ?? {};
    if (typeof Key !== "string" || !(Key in LOOKS_AT) || !Array.isArray(Values) || Values.length > 10) throw invalid();
    if (!Values.every((value): value is string => typeof value === "string")) throw invalid();
    return { Key, Values };
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid();
  }
}

function isKnown(key: string, value: string, region: string): boolean {
  if (key === "ProtectionLevel" && value === "HSM") return hasHsm(region);
  if (key === "KeySpec" && (value === "EC_SM2" || value === "Aliyun_SM4")) return hasStateCrypto(region);
  return true;
}

function metadata(field: string): (key: WorldKey, account: WorldAccount) => string[] {
  return (key, account) => [keyWords(account, key)[field] ?? ""];
}

function invalid(): VendorError {
  return new VendorError(400, "InvalidParameter", "The specified parameter Filters is not valid.");
}
