import type { Format } from "#components/ui/make-format.ts";
import type { HistoryRow } from "#lib/model/history.ts";
import type { QueryField } from "#lib/query/fields.ts";
import type { WordKey } from "#lib/words/en/index.ts";
import type { Translate } from "#lib/words/translate.ts";
import { valueWords } from "../words.ts";

export const HISTORY_LABELS: Record<HistoryRow["field"], WordKey> = {
  alias: "field.alias",
  aliases: "history.aliases",
  description: "field.description",
  state: "field.state",
  spec: "field.spec",
  family: "field.family",
  usage: "field.usage",
  origin: "field.origin",
  protection: "field.protection",
  manager: "field.manager",
  rotation: "field.rotation",
  rotationIntervalDays: "history.interval",
  lastRotatedAt: "fact.last-rotated",
  nextRotationAt: "fact.next-rotation",
  deletionProtection: "field.deletionProtection",
  createdAt: "field.created",
  deletesAt: "field.deletes",
  expiresAt: "fact.material",
  instance: "field.instance",
  enterpriseProject: "field.enterpriseProject",
  tags: "token.tags",
  presence: "field.presence",
};

const WORDED = new Set<string>(["state", "spec", "family", "usage", "origin", "protection", "manager", "rotation", "deletionProtection", "presence"]);

/** One side of a change in words; the hyphen for "the cloud said empty". */
export function historyWords(field: HistoryRow["field"], value: unknown, t: Translate, format: Format): string {
  if (value === null || value === undefined || value === "") return "-";
  if (Array.isArray(value)) return value.join(t("list.and")) || "-";
  if (typeof value === "object") return tagWords(value, t);
  if (typeof value === "number") return t("fact.days", { days: value });
  const text = String(value);
  if (field.endsWith("At")) return format.day(text);
  return WORDED.has(field) ? valueWords(field as QueryField, text, t) : text;
}

function tagWords(tags: object, t: Translate): string {
  const pairs = Object.entries(tags).map(([key, value]) => (value ? `${key}:${value}` : key));
  return pairs.sort().join(t("list.and")) || "-";
}

/** Known before, dark since: nothing changed in the cloud as far as anybody can tell. */
export const isLostSight = ({ beforeAbsent, afterAbsent }: HistoryRow): boolean =>
  afterAbsent !== null && ["denied", "failed", "pending"].includes(afterAbsent) && beforeAbsent !== afterAbsent;
