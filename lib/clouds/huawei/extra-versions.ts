import type { KeyVersion } from "../../model/extras.ts";
import type { Extra, ReadExtra } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { ownWord, vendorWord } from "../vendor-word.ts";
import type { Client } from "./client.ts";
import { orAbsent } from "./or-absent.ts";
import type { ProjectSource } from "./project-source.ts";
import type { HuaweiAnswer } from "./read-answer.ts";
import { textOf } from "./text-of.ts";
import { timeOf } from "./words.ts";

/** Source: the SDKs' ShowKeyRotationStatusResponse (2026). */
const STATES: Readonly<Record<string, string>> = { 0: "waiting", 2: "enabled" };

/**
 * The materials of a key that rotates: the nearest thing to versions, and only in newer answers of get-key-rotation-status. Nobody encrypts with one of them
 * by name, and which of them encrypts now is not said.
 */
export function versionsExtra(client: Client, at: ProjectSource): Extra {
  return {
    name: "versions",
    operation: "get-key-rotation-status",
    excuse: ({ absent }) => (absent.rotation?.reason === "not-applicable" ? absent.rotation : null),
    read: (source, { keyId }) => orAbsent(client.now, () => readMaterials(client, at(source), keyId)),
  };
}

async function readMaterials(client: Client, source: ReturnType<ProjectSource>, keyId: string): Promise<ReadExtra<KeyVersion[]>> {
  const question = { operation: "get-key-rotation-status", method: "POST", path: "kms/get-key-rotation-status", body: { key_id: keyId } } as const;
  const answer = await client.kms(source, question);
  const body = answer.object();
  const { key_materials: materials } = body;
  if (materials === undefined || materials === null) return { absent: { reason: "unreported" }, call: answer.call, raw: body };
  if (!Array.isArray(materials) || !materials.every(isJsonObject))
    throw answer.unreadable("list_unreadable", "The cloud's list of key materials cannot be read.");
  return { value: materials.map((row) => toVersion(row, answer)), call: answer.call, raw: body };
}

function toVersion(row: JsonObject, answer: HuaweiAnswer): KeyVersion {
  const id = textOf(row.material_id);
  if (!id) throw answer.unreadable("row_unreadable", "The cloud listed a key material without an id.");
  const state = textOf(row.state);
  return {
    id,
    createdAt: timeOf(row.create_time) ?? null,
    isPrimary: null,
    state: state ? (ownWord(STATES, state) ?? vendorWord(state)) : null,
    expiresAt: timeOf(row.expiration_time) ?? null,
  };
}
