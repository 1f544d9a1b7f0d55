import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { MasterKey } from "../env.ts";

/** What a sealed value belongs to: in another place it does not open. */
export interface Binding {
  table: string;
  rowId: string;
  version: number;
  /** What else must not change without the secret being given again, such as cloud and endpoints. */
  bound: unknown;
}

/** A sealed value did not open. Says which row and why in general, never what was in it. */
export class SealError extends Error {
  override name = "SealError";
}

const IV_BYTES = 12;
/** Node takes shorter tags of GCM unless it is told the length. */
const TAG_BYTES = 16;

/**
 * Envelope: a data key for this one value, wrapped by the newest master key, so that each (key, IV) pair is used once.
 * `v1.<master key id>.<wrapped data key>.<value>`, the last two as iv + ciphertext + tag in base64url.
 */
export function seal(plain: string, binding: Binding, master: MasterKey): string {
  const dataKey = randomBytes(32);
  const sealed = ["v1", master.id, encrypt(dataKey, master.key, aad(binding, "key")), encrypt(Buffer.from(plain), dataKey, aad(binding, "value"))].join(".");
  dataKey.fill(0);
  return sealed;
}

/** The value in clear. Throws SealError for a foreign row, changed bytes, or a master key that is not at hand. */
export function unseal(sealed: string, binding: Binding, masters: readonly MasterKey[]): string {
  const where = `The sealed value of ${binding.table} ${binding.rowId}`;
  const [format, id, wrapped, value, rest] = sealed.split(".");
  if (format !== "v1" || !id || !wrapped || !value || rest !== undefined) throw new SealError(`${where} has no known format.`);
  const master = masters.find((key) => key.id === id);
  if (!master) throw new SealError(`${where} needs the master key "${id}", which KEYATLAS_KEYS does not name.`);
  try {
    const dataKey = decrypt(wrapped, master.key, aad(binding, "key"));
    const plain = decrypt(value, dataKey, aad(binding, "value")).toString();
    dataKey.fill(0);
    return plain;
  } catch (cause) {
    throw new SealError(`${where} does not open: it was changed, moved, or sealed with another master key "${id}".`, { cause });
  }
}

function encrypt(plain: Buffer, key: Buffer, bound: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES }).setAAD(bound);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

function decrypt(text: string, key: Buffer, bound: Buffer): Buffer {
  const bytes = Buffer.from(text, "base64url");
  // Other spellings of the same bytes are no seal of ours.
  if (bytes.length < IV_BYTES + TAG_BYTES || bytes.toString("base64url") !== text) throw new RangeError("too short, or not base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(bound).setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** Injective: a JSON array of strings and numbers, and a hash of what is bound. */
function aad({ table, rowId, version, bound }: Binding, part: "key" | "value"): Buffer {
  const hash = createHash("sha256")
    .update(JSON.stringify(sorted(bound)))
    .digest("hex");
  return Buffer.from(JSON.stringify(["keyatlas/v1", part, table, rowId, version, hash]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => [name, sorted(item)]);
}
