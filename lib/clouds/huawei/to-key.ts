import type { KeyFacts } from "../../model/key.ts";
import type { KeyReading } from "../../model/reading.ts";
import { draftReading, type ReadingDraft } from "../draft-reading.ts";
import { familyOf } from "../family-of.ts";
import type { JsonObject } from "../json-object.ts";
import { ownWord } from "../vendor-word.ts";
import { sayRotation } from "./say-rotation.ts";
import { textOf } from "./text-of.ts";
import { originOf, specOf, stateOf, timeOf, usageOf } from "./words.ts";

const UNREPORTED = { reason: "unreported" } as const;
const MANAGERS = { "0": "customer", "1": "service" } as const;

/**
 * KeyDetails of list-keys or key_info of describe-key, which are the same record, in our words. Members come as text or number; older sites
 * leave some out, and what is left out is unknown. The page "Querying the Information About a CMK" prints a name with a space at its end.
 * @throws TypeError never: a record without a key_id is the caller's to refuse
 */
export function toKey(record: JsonObject): KeyReading {
  const key = withTrimmedNames(record);
  const draft = draftReading();
  const text = (name: string) => textOf(key[name]);
  // A display name, and not one of the `alias/…` identifiers that the alias API lists.
  say(draft, "alias", text("key_alias"), (word) => word);
  draft.lack("aliases", { reason: "pending" });
  say(draft, "description", text("key_description"), (word) => word);
  say(draft, "state", text("key_state"), stateOf);
  say(draft, "spec", text("key_spec"), specOf);
  say(draft, "family", text("key_spec"), (word) => familyOf(specOf(word)));
  say(draft, "usage", text("key_usage"), usageOf);
  say(draft, "origin", text("origin"), originOf);
  say(draft, "manager", text("default_key_flag"), (word) => ownWord(MANAGERS, word));
  sayTime(draft, "createdAt", key, "creation_date");
  sayTime(draft, "deletesAt", key, "scheduled_deletion_date");
  sayExpiry(draft, key);
  say(draft, "enterpriseProject", text("sys_enterprise_project_id"), (word) => word);
  sayKeystore(draft, text("keystore_id"), text("keystore_type"));
  sayRotation(draft, key);
  draft.lack("deletionProtection", UNREPORTED);
  draft.lack("tags", { reason: "pending" });
  return draft.done({ keyId: text("key_id") ?? "", arn: null, raw: record, described: true });
}

export function withTrimmedNames(record: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name.trim(), value]));
}

type WordField = "enterpriseProject" | "alias" | "description" | "state" | "spec" | "family" | "usage" | "origin" | "manager";

function say<F extends WordField>(draft: ReadingDraft, field: F, said: string | undefined, translate: (word: string) => KeyFacts[F] | undefined): void {
  if (said === undefined) return draft.lack(field, UNREPORTED);
  if (said === "") return draft.say(field, null as KeyFacts[F]);
  const ours = translate(said);
  if (ours === undefined) draft.lack(field, { reason: "unreported", note: `the cloud says "${said}"` });
  else draft.say(field, ours);
}

function sayTime(draft: ReadingDraft, field: "createdAt" | "deletesAt" | "expiresAt", key: JsonObject, name: string): void {
  if (key[name] === undefined) return draft.lack(field, UNREPORTED);
  const at = timeOf(key[name]);
  if (at === undefined) draft.lack(field, { reason: "failed", note: `unreadable: ${textOf(key[name]) ?? "no text"}` });
  else draft.say(field, at);
}

/** Only imported material expires; the pages' own example prints a date before the creation on a key that the cloud made. */
function sayExpiry(draft: ReadingDraft, key: JsonObject): void {
  sayTime(draft, "expiresAt", key, "expiration_time");
  if (key.origin !== "external" && timeOf(key.expiration_time) !== null)
    draft.lack("expiresAt", { reason: "not-applicable", note: "only imported material expires" });
}

/** "0" is the default keystore; "1" and "2" are crypto-card clusters, others dedicated ones (CreateKey): both are hardware. */
function sayKeystore(draft: ReadingDraft, id: string | undefined, type: string | undefined): void {
  if (id === undefined) draft.lack("instance", UNREPORTED);
  else draft.say("instance", id === "0" || id === "" ? null : id);
  const isHardware = type === "DHSM" || type === "CDMS" || (id !== undefined && id !== "0" && id !== "");
  if (isHardware) draft.say("protection", "hsm");
  else draft.lack("protection", UNREPORTED);
}
