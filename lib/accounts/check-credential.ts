import type { Cloud } from "../clouds/cloud.ts";
import type { Credential } from "../model/account.ts";
import { Refusal } from "../model/refusal.ts";

/** Tokens of some clouds are several kilobytes long. */
const MOST_CHARACTERS = 32_768;

/** The credential with exactly the fields that the cloud declares, trimmed, empty ones left out. No message repeats a value. */
export function checkCredential(cloud: Cloud, given: Record<string, unknown>): Credential {
  const kind = cloud.credentials.find(({ type }) => type === given.type);
  if (!kind)
    throw new Refusal(
      "invalid_body",
      `${cloud.label} takes a credential of type ${cloud.credentials.map(({ type }) => type).join(" or ")}.`,
      "credential.type",
    );
  const foreign = Object.keys(given).find((name) => name !== "type" && !kind.fields.some((field) => field.name === name));
  if (foreign !== undefined)
    throw new Refusal("invalid_body", `A credential of type ${kind.type} has no field of this name.`, `credential.${foreign.slice(0, 40)}`);
  const credential: Credential = { type: kind.type };
  for (const { name, label, required, secret } of kind.fields) {
    const value = given[name] ?? "";
    const field = `credential.${name}`;
    if (typeof value !== "string" || value.length > MOST_CHARACTERS) throw new Refusal("invalid_body", `${label} must be text.`, field);
    const text = value.trim();
    if (/[\p{Cc}\p{Cs}]/u.test(text)) throw new Refusal("invalid_body", `${label} holds a line break or another control character.`, field);
    if (text === "" && required) throw new Refusal(secret ? "credential_required" : "invalid_body", `${label} is needed.`, field);
    if (text !== "") credential[name] = text;
  }
  return credential;
}

/** Enough of the credential to know it again: its first public field, long ones as `LTAI…x7Qd`. */
export function credentialHint(cloud: Cloud, credential: Credential): string {
  const field = cloud.credentials.find(({ type }) => type === credential.type)?.fields.find(({ name, secret }) => !secret && credential[name]);
  const text = (field && credential[field.name]) ?? "";
  return text.length > 14 ? `${text.slice(0, 4)}…${text.slice(-4)}` : text;
}
