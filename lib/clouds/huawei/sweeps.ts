import type { KeyReading } from "../../model/reading.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Sweep } from "../cloud.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { aliasPage, type AliasRow, withoutAliases } from "./alias-page.ts";
import type { Client } from "./client.ts";
import { countOf } from "./count-of.ts";
import type { ProjectSource } from "./project-source.ts";
import { textOf } from "./text-of.ts";
import { withTrimmedNames } from "./to-key.ts";
import type { HuaweiAnswer } from "./read-answer.ts";
import { rowsOf } from "./rows-of.ts";
import { tagsOf } from "./tags-of.ts";

/** "Querying CMK Instances": 1 to 1000, 10 without it. */
const TAGS_PER_PAGE = 1000;

/**
 * All `alias/…` identifiers of a project; the marker is the last name of the page before. Some sites do not have this API: then nobody can tell, and
 * "no aliases" would be false.
 */
export function aliasSweep(client: Client, at: ProjectSource): Sweep {
  return {
    name: "aliases",
    operation: "aliases",
    fields: ["aliases"],
    empty: { aliases: [] },
    batch: null,
    async page(source, { pageToken, keyIds }) {
      const page = await aliasPage(client, at(source), { marker: pageToken });
      if ("absentApi" in page) return { readings: keyIds.map(withoutAliases), next: null, call: page.absentApi };
      return { readings: page.rows.map((row) => aliasReading(row)), next: page.next, call: page.answer.call };
    },
  };
}

function aliasReading({ keyId, alias, raw }: AliasRow): KeyReading {
  return { keyId, arn: null, values: { aliases: [alias] }, absent: {}, raw, described: false };
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
      const answer = await client.kms(at(source), { operation: "resource_instances", method: "POST", path: "kms/resource_instances/action", body });
      const list = rowsOf(answer, answer.object().resources, "resources");
      const total = countOf(answer, "total_count");
      if (total === null) throw answer.unreadable("count_unreadable", "The cloud's answer holds no total_count.");
      const end = offset + list.length;
      return {
        readings: list.map((row) => tagReading(row, answer)),
        next: list.length === 0 || end >= total ? null : String(end),
        call: answer.call,
        rows: list.length,
        total,
      };
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
  return { keyId, arn: null, values: { tags: tagsOf(answer, row.tags ?? []) }, absent: {}, raw: row.tags ?? [], described: false };
}
