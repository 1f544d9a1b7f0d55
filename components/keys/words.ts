import type { QueryField } from "#lib/query/fields.ts";

/** The fields as a reader calls them. */
const FIELD_WORDS: Record<QueryField, string> = {
  q: "Text",
  cloud: "Cloud",
  account: "Account",
  region: "Region",
  project: "Project",
  state: "State",
  spec: "Spec",
  family: "Family",
  usage: "Usage",
  origin: "Origin",
  protection: "Protection",
  manager: "Managed by",
  rotation: "Rotation",
  deletionProtection: "Deletion protection",
  presence: "Presence",
  instance: "Instance",
  enterpriseProject: "Enterprise project",
  alias: "Alias",
  id: "Key id",
  description: "Description",
  tag: "Tag",
  created: "Created",
  deletes: "Deletes",
  expires: "Expires",
  rotated: "Rotated",
};

/** Words that the rule below would not find. */
const VALUE_WORDS: Record<string, string> = {
  pending: "Not read yet",
  denied: "Denied",
  failed: "Failed",
  unreported: "Unreported",
  "not-applicable": "Not applicable",
  none: "Empty",
  hsm: "HSM",
  rsa: "RSA",
  ec: "EC",
  sm: "SM",
  mac: "MAC",
  pqc: "Post-quantum",
  "encrypt-decrypt": "Encrypt, decrypt",
  "sign-verify": "Sign, verify",
  "ec-p256k": "EC P-256K",
  ed25519: "Ed25519",
};

/** Values that are names or machine words: shown as they are. */
const VERBATIM = new Set<QueryField>(["q", "account", "region", "project", "instance", "enterpriseProject", "alias", "id", "description", "tag"]);

export const fieldWords = (field: QueryField): string => FIELD_WORDS[field];

/** A value of the vocabulary in words: "Pending deletion", "AES-256", "EC P-256". Unknown ones keep their own. */
export function valueWords(field: QueryField, value: string): string {
  if (VERBATIM.has(field)) return value;
  const known = Object.hasOwn(VALUE_WORDS, value) ? VALUE_WORDS[value] : undefined;
  if (known) return known;
  if (field === "spec") return specWords(value);
  if (field === "state" && /^\d+$/.test(value)) return `Code ${value}`;
  const spaced = value.replaceAll("-", " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** "aes-256" is AES-256, "ec-p384" is EC P-384, "rsa-2048" is RSA-2048. */
function specWords(spec: string): string {
  const upper = spec.toUpperCase();
  const curve = /^EC-P(\d+)$/.exec(upper);
  return curve ? `EC P-${curve[1]}` : upper;
}
