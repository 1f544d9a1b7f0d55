import type { WorldAccount, WorldKey } from "../world.ts";

const STATES: Record<string, string> = { "pending-activation": "1", enabled: "2", disabled: "3", "pending-deletion": "4", "pending-import": "5" };
const SPECS: Record<string, string> = {
  "aes-256": "AES_256",
  sm4: "SM4",
  "rsa-2048": "RSA_2048",
  "rsa-3072": "RSA_3072",
  "rsa-4096": "RSA_4096",
  "ec-p256": "EC_P256",
  "ec-p384": "EC_P384",
  "ec-p256k": "SECP256K1",
  ed25519: "ED25519",
  sm2: "SM2",
  "hmac-256": "HMAC_256",
  "hmac-384": "HMAC_384",
  "hmac-512": "HMAC_512",
  "hmac-sm3": "HMAC_SM3",
};
const USAGES: Record<string, string> = { "encrypt-decrypt": "ENCRYPT_DECRYPT", "sign-verify": "SIGN_VERIFY", mac: "GENERATE_VERIFY_MAC" };

/** A key as list-keys and describe-key print it: strings only, milliseconds, "" for what is not set. The 20 members of a production recording. */
export function toKeyDetails(account: WorldAccount, key: WorldKey): Record<string, string> {
  const { facts } = key;
  const words: Record<string, string | null> = {
    key_id: key.keyId,
    domain_id: account.cloudAccount,
    key_alias: facts.alias ?? "",
    realm: key.region,
    key_description: facts.description ?? "",
    creation_date: toMillis(facts.createdAt),
    scheduled_deletion_date: toMillis(facts.deletesAt),
    key_spec: SPECS[facts.spec ?? ""] ?? facts.spec ?? "",
    key_usage: USAGES[facts.usage ?? ""] ?? facts.usage ?? "",
    default_key_flag: facts.manager === "service" ? "1" : "0",
    key_type: "1",
    expiration_time: toMillis(facts.expiresAt),
    origin: facts.origin === "imported" ? "external" : "kms",
    key_rotation_enabled: facts.rotation === "on" ? "true" : "false",
    sys_enterprise_project_id: facts.enterpriseProject ?? "0",
    keystore_id: facts.instance ?? "0",
    keystore_type: facts.protection !== "hsm" ? "DEFAULT" : facts.instance === "1" || facts.instance === "2" ? "CDMS" : "DHSM",
    multi_region_key_type: "SINGLE",
    pending_days: facts.state === "pending-deletion" ? "30" : "",
    key_state: STATES[facts.state ?? ""] ?? facts.state ?? "",
    ...key.wire,
  };
  if (facts.state !== null && facts.state in STATES) words.key_state = STATES[facts.state] ?? "";
  return Object.fromEntries(Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== null));
}

export function without(details: Record<string, string>, members: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(details).filter(([name]) => !members.includes(name)));
}

/** Milliseconds since 1970 as text (the documents say seconds, the wire never was), or "". */
export function toMillis(iso: string | null): string {
  return iso === null ? "" : String(Date.parse(iso));
}
