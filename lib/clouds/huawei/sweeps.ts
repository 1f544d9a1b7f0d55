import { CloudError } from "../../model/problem.ts";
import type { KeyReading } from "../../model/reading.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Sweep } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { Client } from "./client.ts";
import type { ProjectSource } from "./project-source.ts";
import { textOf } from "./text-of.ts";
import { withTrimmedNames } from "./to-key.ts";
import type { HuaweiAnswer } from "./read-answer.ts";

/** "Querying Alias List": 1 to 100. "Querying CMK Instances": 1 to 1000, 10 without it. */
const ALIASES_PER_PAGE = "100";
const TAGS_PER_PAGE = 1000;

/** All `alias/…` identifiers of a project; the marker is the last name of the page before. Some sites do not have this API: then there are none. */
export function aliasSweep(client: Client, at: ProjectSource): Sweep {
  return {
    name: "aliases",
    operation: "aliases",
    fields: ["aliases"],
    empty: { aliases: [] },
    batch: null,
    async page(source, { pageToken }) {
      const query = { limit: ALIASES_PER_PAGE, ...(pageToken === null ? {} : { marker: pageToken }) };
      const answer = await client.kms(at(source), { operation: "aliases", method: "GET", path: "aliases", query }).catch(orNoSuchApi);
      if ("absentApi" in answer) return { readings: [], next: null, call: answer.absentApi };
      const body = aliasBody(answer);
      const next = textOf(isJsonObject(body.page_info) ? body.page_info.next_marker : undefined) ?? "";
      if (next !== "" && next === pageToken) throw answer.unreadable("page_token_repeated", "The cloud gave the page token that was sent.");
      return { readings: rows(answer, body.aliases, "aliases").map((row) => aliasReading(row, answer)), next: next || null, call: answer.call };
    },
  };
}

/** The page's table says a list of `{aliases, page_info}`, its example the bare object; both are out there. */
function aliasBody(answer: HuaweiAnswer): JsonObject {
  const body = Array.isArray(answer.json) ? answer.json[0] : answer.json;
  if (!isJsonObject(body)) throw answer.unreadable("list_missing", "The cloud's answer holds no aliases.");
  return body;
}

/** The gateway's "API does not exist" (the site that removed it answers so) and no other failure: a refusal is not "no aliases". */
function orNoSuchApi(error: unknown): { absentApi: { operation: string; at: string; requestId: string | null } } {
  if (error instanceof CloudError && error.kind === "protocol" && (/^APIGW?\.0101$/.test(error.code) || (error.status === 404 && error.code === "HTTP 404"))) {
    return { absentApi: { operation: error.operation, at: new Date().toISOString(), requestId: error.requestId } };
  }
  throw error;
}

function aliasReading(row: JsonObject, answer: HuaweiAnswer): KeyReading {
  const { key_id: keyId, alias } = row;
  if (typeof keyId !== "string" || !keyId || typeof alias !== "string")
    throw answer.unreadable("row_unreadable", "The cloud's list of aliases cannot be read.");
  return { keyId, arn: null, values: { aliases: [alias] }, absent: {}, raw: row, described: false };
}

/** Tags of all keys of a project, by offset. Default keys are not in it: they have none. */
export function tagSweep(client: Client, at: ProjectSource): Sweep {
  return {
    name: "tags",
    operation: "resource_instances",
    fields: ["tags"],
    empty: { tags: {} },
    batch: null,
    async page(source, { pageToken }) {
      const offset = offsetOf(pageToken);
      const body = { action: "filter", limit: String(TAGS_PER_PAGE), offset: String(offset) };
      const answer = await client.kms(at(source), { operation: "resource_instances", method: "POST", path: "resource_instances/action", body });
      const { resources, total_count: count } = answer.object();
      const list = rows(answer, resources, "resources");
      const total = Number(count ?? Number.NaN);
      if (!Number.isSafeInteger(total) || total < 0) throw answer.unreadable("count_unreadable", "The cloud's total_count is not a count.");
      const end = offset + list.length;
      return { readings: list.map((row) => tagReading(row, answer)), next: list.length === 0 || end >= total ? null : String(end), call: answer.call };
    },
  };
}

function offsetOf(token: string | null): number {
  if (token !== null && !/^\d{1,9}$/.test(token)) throw new Refusal("invalid_query", "This is not a page token of this cloud.", "pageToken");
  return Number(token ?? 0);
}

function tagReading(row: JsonObject, answer: HuaweiAnswer): KeyReading {
  const detail = [row.resource_detail, row.key_details].find(isJsonObject) ?? {};
  const keyId = textOf(row.resource_id) || textOf(withTrimmedNames(detail).key_id);
  if (!keyId) throw answer.unreadable("row_unreadable", "The cloud's list of tags names no key.");
  const tags = rows(answer, row.tags ?? [], "tags").map((tag) => [textOf(tag.key) ?? "", textOf(tag.value) ?? ""] as const);
  return { keyId, arn: null, values: { tags: Object.fromEntries(tags) }, absent: {}, raw: row.tags ?? [], described: false };
}

function rows(answer: HuaweiAnswer, list: unknown, name: string): JsonObject[] {
  if (!Array.isArray(list) || !list.every(isJsonObject)) throw answer.unreadable("list_missing", `The cloud's answer holds no ${name}.`);
  return list;
}
