import type { Call, KeyReading } from "../../model/reading.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { Client } from "./client.ts";
import { dialectOf } from "./dialects.ts";
import { isNoSuchApi } from "./errors.ts";
import type { HuaweiAnswer } from "./read-answer.ts";
import { rowsOf } from "./rows-of.ts";
import { textOf } from "./text-of.ts";

export interface AliasRow {
  keyId: string;
  alias: string;
  raw: JsonObject;
}

export type AliasPage = { answer: HuaweiAnswer; rows: AliasRow[]; next: string | null } | { absentApi: Call };

/** "Querying Alias List": 1 to 100. */
const PER_PAGE = "100";

/** One page of a project's aliases, or of one key's. `absentApi`: this site has no such list. */
export async function aliasPage(
  client: Client,
  source: { region: string; project: string },
  asked: { marker: string | null; keyId?: string },
): Promise<AliasPage> {
  if (!dialectOf(source.region).quirks.aliases) return { absentApi: { operation: "aliases", at: client.now().toISOString(), requestId: null } };
  const query = { ...(asked.keyId === undefined ? {} : { key_id: asked.keyId }), limit: PER_PAGE, ...(asked.marker === null ? {} : { marker: asked.marker }) };
  try {
    return toPage(await client.kms(source, { operation: "aliases", method: "GET", path: "kms/aliases", query }), asked.marker);
  } catch (error) {
    if (!isNoSuchApi(error)) throw error;
    return { absentApi: { operation: "aliases", at: client.now().toISOString(), requestId: error.requestId } };
  }
}

/** The page's table says a list of `{aliases, page_info}`, its example the bare object; both are out there. */
function toPage(answer: HuaweiAnswer, marker: string | null): AliasPage {
  const body = Array.isArray(answer.json) ? answer.json[0] : answer.json;
  if (!isJsonObject(body)) throw answer.unreadable("list_missing", "The cloud's answer holds no aliases.");
  const next = textOf(isJsonObject(body.page_info) ? body.page_info.next_marker : undefined) || null;
  if (next !== null && next === marker) throw answer.unreadable("page_token_repeated", "The cloud gave the page token that was sent.");
  const rows = rowsOf(answer, body.aliases, "aliases").map((raw) => {
    const { key_id: keyId, alias } = raw;
    if (typeof keyId !== "string" || !keyId || typeof alias !== "string")
      throw answer.unreadable("row_unreadable", "The cloud's list of aliases cannot be read.");
    return { keyId, alias, raw };
  });
  return { answer, rows, next };
}

/** A key of a site that has no list of aliases. */
export function withoutAliases(keyId: string): KeyReading {
  return { keyId, arn: null, values: {}, absent: { aliases: { reason: "unreported", note: "no list of aliases here" } }, raw: null, described: false };
}
