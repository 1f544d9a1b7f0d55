import type { WorldAccount, WorldKey } from "../world.ts";

const STATES: Record<string, string> = { enabled: "Enabled", disabled: "Disabled", "pending-deletion": "PendingDeletion", "pending-import": "PendingImport" };
const SPECS: Record<string, string> = {
  "aes-256": "Aliyun_AES_256",
  "aes-192": "Aliyun_AES_192",
  "aes-128": "Aliyun_AES_128",
  sm4: "Aliyun_SM4",
  "3des-192": "Aliyun_DES3_192",
  "rsa-2048": "RSA_2048",
  "rsa-3072": "RSA_3072",
  "rsa-4096": "RSA_4096",
  "ec-p256": "EC_P256",
  "ec-p256k": "EC_P256K",
  sm2: "EC_SM2",
  "hmac-sha-256": "HMAC_SHA_256",
};
// The usage literal of MAC keys is in no document that was found: this one follows the style of the other two.
const USAGES: Record<string, string> = { "encrypt-decrypt": "ENCRYPT/DECRYPT", "sign-verify": "SIGN/VERIFY", mac: "GENERATE/VERIFY_MAC" };
const ORIGINS: Record<string, string> = { cloud: "Aliyun_KMS", imported: "EXTERNAL" };
const ROTATIONS: Record<string, string> = { on: "Enabled", off: "Disabled", suspended: "Suspended" };

/** A key as DescribeKey prints it: strings only, empty strings for what is not set. */
export function toKeyMetadata(account: WorldAccount, key: WorldKey): Record<string, string> {
  const words = keyWords(account, key);
  if ("PrimaryKeyVersion" in key.wire) return words;
  return { ...words, PrimaryKeyVersion: key.extras.versions.find((version) => version.isPrimary)?.id ?? "" };
}

/** The same without the primary version, which costs more to know than a filter over thousands of keys should. */
export function keyWords(account: WorldAccount, key: WorldKey): Record<string, string> {
  const { facts } = key;
  const rotation = ROTATIONS[facts.rotation ?? "off"] ?? "Disabled";
  const words: Record<string, string | null> = {
    KeyId: key.keyId,
    Arn: key.arn,
    CreationDate: toSeconds(facts.createdAt),
    Creator: account.cloudAccount,
    Description: facts.description ?? "",
    KeyState: word(STATES, facts.state),
    KeyUsage: word(USAGES, facts.usage),
    KeySpec: key.wire.KeySpec ?? word(SPECS, facts.spec),
    Origin: word(ORIGINS, facts.origin),
    ProtectionLevel: facts.protection === "hsm" ? "HSM" : "SOFTWARE",
    LastRotationDate: toSeconds(facts.lastRotatedAt ?? facts.createdAt),
    AutomaticRotation: rotation,
    ...(rotation === "Disabled"
      ? {}
      : { RotationInterval: `${(facts.rotationIntervalDays ?? 0) * 86_400}s`, NextRotationDate: toSeconds(facts.nextRotationAt) }),
    DeleteDate: toSeconds(facts.deletesAt),
    MaterialExpireTime: toSeconds(facts.expiresAt),
    DeletionProtection: facts.deletionProtection === "on" ? "Enabled" : "Disabled",
    DKMSInstanceId: facts.instance ?? "",
    ...ownWords(key),
  };
  return Object.fromEntries(Object.entries(words).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A state or spec of tomorrow is printed in its own word only as long as the key still has it. */
function ownWords(key: WorldKey): Record<string, string | null> {
  const { KeyState, ...rest } = key.wire;
  const isKnown = key.facts.state !== null && key.facts.state in STATES;
  return KeyState === undefined || isKnown ? rest : { ...rest, KeyState };
}

function word(words: Record<string, string>, value: string | null): string {
  return words[value ?? ""] ?? value ?? "";
}

/** `YYYY-MM-DDTHH:mm:ssZ`, or an empty string for "not set". */
export function toSeconds(iso: string | null): string {
  return iso === null ? "" : `${iso.slice(0, 19)}Z`;
}
