import { primaryAlias } from "../../model/primary-alias.ts";
import type { KeyReading } from "../../model/reading.ts";
import { Refusal } from "../../model/refusal.ts";
import type { Sweep, SweepPage } from "../cloud.ts";
import type { JsonObject } from "../json-object.ts";
import type { AlibabaAnswer } from "./client.ts";
import { MOST_PER_PAGE, nextPage } from "./next-page.ts";
import { countOf, rowsOf } from "./rows-of.ts";
import type { Sender } from "./signing-keys.ts";
import { textOf } from "./text-of.ts";

/** ListTagResources: ResourceId.1 to ResourceId.50. */
const TAG_BATCH = 50;

/** All aliases of a region, joined to keys by id: a call for each key would cost as much as describing them all. */
export function aliasSweep(send: Sender): Sweep {
  return {
    name: "aliases",
    operation: "ListAliases",
    fields: ["alias", "aliases"],
    empty: { alias: null, aliases: [] },
    batch: null,
    async page(source, { pageToken }) {
      const { page, seen } = readToken(pageToken);
      const answer = await send({
        service: "kms",
        action: "ListAliases",
        params: { PageNumber: String(page), PageSize: String(MOST_PER_PAGE) },
        region: source.region,
      });
      const rows = rowsOf(answer, "Aliases", "Alias", { counted: true });
      const next = nextPage(answer, { page, rows: rows.length, seen });
      return {
        readings: byKey(rows, answer, "KeyId").map(aliasReading(answer)),
        next: next === null ? null : `${next}.${seen + rows.length}`,
        call: answer.call,
        rows: rows.length,
        total: countOf(answer, "TotalCount"),
      };
    },
  };
}

/** Tags of up to 50 keys a call, 200 rows a page; `NextToken: ""` ends it. */
export function tagSweep(send: Sender): Sweep {
  return {
    name: "tags",
    operation: "ListTagResources",
    fields: ["tags"],
    empty: { tags: {} },
    batch: TAG_BATCH,
    async page(source, { pageToken, keyIds }): Promise<SweepPage> {
      const ids = Object.fromEntries(keyIds.map((id, index) => [`ResourceId.${index + 1}`, id]));
      const params = { RegionId: source.region, ResourceType: "key", ...ids, ...(pageToken ? { NextToken: pageToken } : {}) };
      const answer = await send({ service: "kms", action: "ListTagResources", params, region: source.region });
      if (answer.body.TagResources === undefined) throw answer.unreadable("list_missing", "The cloud's answer holds no TagResources.");
      const rows = rowsOf(answer, "TagResources", "TagResource", { counted: false });
      const next = answer.body.NextToken ?? "";
      if (typeof next !== "string") throw answer.unreadable("token_unreadable", "The cloud's NextToken is no text.");
      return {
        readings: byKey(rows, answer, "ResourceId").map(tagReading(answer)),
        next: next || null,
        call: answer.call,
      };
    },
  };
}

/** Our token: the page, and how many rows came before it. */
function readToken(token: string | null): { page: number; seen: number } {
  const [, page, seen] = /^([1-9]\d{0,6})\.(\d{1,9})$/.exec(token ?? "1.0") ?? [];
  if (!page || !seen) throw new Refusal("invalid_query", "This is not a page token of this cloud.", "pageToken");
  return { page: Number(page), seen: Number(seen) };
}

function byKey(rows: JsonObject[], answer: AlibabaAnswer, name: string): [string, JsonObject[]][] {
  const keys = new Map<string, JsonObject[]>();
  for (const row of rows) {
    const keyId = row[name];
    if (typeof keyId !== "string" || !keyId) throw answer.unreadable("row_without_key", "The cloud's list names no key.");
    keys.set(keyId, [...(keys.get(keyId) ?? []), row]);
  }
  return [...keys];
}

const aliasReading =
  (answer: AlibabaAnswer) =>
  ([keyId, rows]: [string, JsonObject[]]): KeyReading => {
    const aliases = rows.map((row) => wordOf(row, "AliasName", answer));
    return { keyId, arn: null, values: { alias: primaryAlias(aliases), aliases }, absent: {}, raw: rows, described: false };
  };

const tagReading =
  (answer: AlibabaAnswer) =>
  ([keyId, rows]: [string, JsonObject[]]): KeyReading => ({
    keyId,
    arn: null,
    values: { tags: tagsOf(rows, answer) },
    absent: {},
    raw: rows,
    described: false,
  });

/** A tag may have no value, which is "". */
export function tagsOf(rows: readonly JsonObject[], answer: AlibabaAnswer): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [wordOf(row, "TagKey", answer), textOf(row, "TagValue") ?? noValue(row, answer)]));
}

function noValue(row: JsonObject, answer: AlibabaAnswer): "" {
  if (row.TagValue !== undefined && row.TagValue !== null) throw answer.unreadable("row_unreadable", "The cloud's list holds a TagValue that is no text.");
  return "";
}

function wordOf(row: JsonObject, name: string, answer: AlibabaAnswer): string {
  const word = row[name];
  if (typeof word !== "string") throw answer.unreadable("row_unreadable", `The cloud's list lacks a ${name}.`);
  return word;
}
