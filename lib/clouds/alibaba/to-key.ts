import type { KeyFacts } from "../../model/key.ts";
import type { KeyReading } from "../../model/reading.ts";
import { draftReading, type ReadingDraft } from "../draft-reading.ts";
import { familyOf } from "../family-of.ts";
import type { JsonObject } from "../json-object.ts";
import { sayRotation } from "./say-rotation.ts";
import { sayTime } from "./say-time.ts";
import { ownWord } from "../vendor-word.ts";
import { textOf } from "./text-of.ts";
import { originOf, specOf, stateOf, usageOf } from "./words.ts";

const UNREPORTED = { reason: "unreported" } as const;
const PROTECTIONS = { SOFTWARE: "software", HSM: "hsm" } as const;
const SWITCH = { Enabled: "on", Disabled: "off" } as const;

/**
 * KeyMetadata of DescribeKey in our words. Every member is text, and may be missing or "" (captures of the vendor's CLI): "" is an empty
 * answer; a member that was not printed is unknown, and never "Disabled". Source: DescribeKey of Kms 2016-01-20.
 */
export function toKey(metadata: JsonObject, keyId: string): KeyReading {
  const draft = draftReading();
  const text = (name: string) => textOf(metadata, name);
  word(draft, "description", text("Description"), (said) => said);
  word(draft, "state", text("KeyState"), stateOf);
  word(draft, "spec", text("KeySpec"), specOf);
  word(draft, "family", text("KeySpec"), (said) => familyOf(specOf(said)));
  word(draft, "usage", text("KeyUsage"), usageOf);
  word(draft, "origin", text("Origin"), originOf);
  word(draft, "protection", text("ProtectionLevel"), (said) => ownWord(PROTECTIONS, said));
  // An account is all digits; service keys name the product that made them (`Ecs`), against the page's own words.
  word(draft, "manager", text("Creator"), (said) => (/^\d+$/.test(said) ? "customer" : "service"));
  word(draft, "deletionProtection", text("DeletionProtection"), (said) => ownWord(SWITCH, said));
  sayTime(draft, "createdAt", text("CreationDate"));
  // Missing or empty: the key lives in the shared service and in no instance.
  draft.say("instance", text("DKMSInstanceId") || null);
  sayDeletion(draft, text("DeleteDate"), text("KeyState"));
  sayExpiry(draft, text("MaterialExpireTime"), text("Origin"));
  sayRotation(draft, metadata);
  return draft.done({ keyId, arn: text("Arn") || null, raw: metadata, described: true });
}

/** Printed only while a deletion is scheduled; elsewhere "" or nothing. */
function sayDeletion(draft: ReadingDraft, said: string | undefined, state: string | undefined): void {
  if (said || state === "PendingDeletion" || state === undefined) sayTime(draft, "deletesAt", said);
  else draft.say("deletesAt", null);
}

/** Only imported material expires; "" = never. */
function sayExpiry(draft: ReadingDraft, said: string | undefined, origin: string | undefined): void {
  if (origin === "Aliyun_KMS" && said) draft.lack("expiresAt", { reason: "not-applicable", note: "only imported material expires" });
  else if (origin === "Aliyun_KMS") draft.say("expiresAt", null);
  else sayTime(draft, "expiresAt", said);
}

type WordField = "description" | "state" | "spec" | "family" | "usage" | "origin" | "protection" | "manager" | "deletionProtection";

function word<F extends WordField>(draft: ReadingDraft, field: F, said: string | undefined, translate: (said: string) => KeyFacts[F] | undefined): void {
  if (said === undefined) return draft.lack(field, UNREPORTED);
  if (said === "") return draft.say(field, null as KeyFacts[F]);
  const ours = translate(said);
  if (ours === undefined) draft.lack(field, { reason: "unreported", note: `the cloud says "${said}"` });
  else draft.say(field, ours);
}
