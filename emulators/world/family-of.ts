import type { Family } from "#lib/model/vocabulary.ts";

/** The family of a spec, in our words. */
export function familyOf(spec: string): Family {
  if (/^sm\d/.test(spec)) return "sm";
  if (/^(aes|3des)-/.test(spec)) return "symmetric";
  if (spec.startsWith("rsa-")) return "rsa";
  if (spec.startsWith("ec-") || spec === "ed25519") return "ec";
  if (spec.startsWith("hmac-")) return "mac";
  if (spec.startsWith("ml-")) return "pqc";
  return "other";
}
