import type { KeyGrant } from "../../model/extras.ts";
import type { Extra, ReadExtra } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { Client } from "./client.ts";
import { nextMarker } from "./next-marker.ts";
import { orAbsent } from "./or-absent.ts";
import type { ProjectSource } from "./project-source.ts";
import type { HuaweiAnswer } from "./read-answer.ts";
import { textOf } from "./text-of.ts";
import { timeOf } from "./words.ts";

const PER_PAGE = "100";
/** More than the usual quota of 100 grants a key, even one by one. */
const MOST_PAGES = 100;

/** list-grants: who else may use a key, in pages by marker. Keys of the cloud's services cannot have any. Source: "Querying the Grant List". */
export function grantsExtra(client: Client, at: ProjectSource): Extra {
  return {
    name: "grants",
    operation: "list-grants",
    excuse: ({ values }) => (values.manager === "service" ? { reason: "not-applicable", note: "service key" } : null),
    read: (source, { keyId }) => orAbsent(client.now, () => readGrants(client, at(source), keyId)),
  };
}

async function readGrants(client: Client, source: ReturnType<ProjectSource>, keyId: string): Promise<ReadExtra<KeyGrant[]>> {
  const raw: JsonObject[] = [];
  let marker: string | null = null;
  for (let pages = 1; ; pages++) {
    const body = { key_id: keyId, limit: PER_PAGE, ...(marker === null ? {} : { marker }) };
    const answer = await client.kms(source, { operation: "list-grants", method: "POST", path: "kms/list-grants", body });
    const rows = rowsOf(answer);
    raw.push(...rows);
    marker = nextMarker(answer, marker, rows.length);
    if (marker === null) return { value: raw.map((row) => toGrant(row, answer)), call: answer.call, raw };
    if (pages >= MOST_PAGES) throw answer.unreadable("listing_endless", `The list of grants did not end after ${MOST_PAGES} pages.`);
  }
}

/** A key without grants comes with null in place of a list. */
function rowsOf(answer: HuaweiAnswer): JsonObject[] {
  const { grants } = answer.object();
  if (grants === null) return [];
  if (!Array.isArray(grants) || !grants.every(isJsonObject)) throw answer.unreadable("list_missing", "The cloud's answer holds no grants.");
  return grants;
}

function toGrant(row: JsonObject, answer: HuaweiAnswer): KeyGrant {
  const [id, grantee] = [textOf(row.grant_id), textOf(row.grantee_principal)];
  const operations = Array.isArray(row.operations) ? row.operations.map(textOf) : [undefined];
  if (!id || !grantee || !operations.every((word) => word !== undefined))
    throw answer.unreadable("row_unreadable", "The cloud's list of grants cannot be read.");
  return {
    id,
    grantee,
    operations,
    name: textOf(row.name) || null,
    granteeKind: textOf(row.grantee_principal_type) || null,
    issuer: textOf(row.issuing_principal) || null,
    createdAt: timeOf(row.creation_date) ?? null,
  };
}
