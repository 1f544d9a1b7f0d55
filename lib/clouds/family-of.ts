import type { Family } from "../model/vocabulary.ts";

const FAMILIES: readonly (readonly [RegExp, Family])[] = [
  [/^hmac/, "mac"],
  [/^sm\d/, "sm"],
  [/^(aes|3des)-/, "symmetric"],
  [/^rsa-/, "rsa"],
  [/^(ec-|ed25519$)/, "ec"],
  [/^(ml|slh)-(dsa|kem)/, "pqc"],
];

/** The family of a spec in our words. */
export function familyOf(spec: string): Family {
  return FAMILIES.find(([shape]) => shape.test(spec))?.[1] ?? "other";
}

/** True for key pairs. SM2 is one, SM4 is not. */
export function isAsymmetric(spec: string): boolean {
  return spec === "sm2" || ["rsa", "ec", "pqc"].includes(familyOf(spec));
}
