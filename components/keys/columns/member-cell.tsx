"use client";
import type { ReactNode } from "react";
import { useCloudLabel } from "#components/shell/clouds.tsx";
import { DayTime } from "#components/ui/relative-time.tsx";
import type { FactField, KeyRow } from "#lib/model/key.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import type { Translate } from "#lib/words/translate.ts";
import { LoneSquare } from "../gap.tsx";
import { valueWords } from "../words.ts";
import { fieldOf } from "./member-words.ts";

/** Any member of a row as a cell: the square where nobody told us, a day for a time, else its words. `-` is what the cloud said to be empty. */
export function memberCell(row: KeyRow, t: Translate, member: RowMember): ReactNode {
  const reason = row.absent[member as FactField];
  if (reason) return <LoneSquare reason={reason} />;
  const value = row[member];
  if (value === null) return "-";
  if (typeof value === "number") return t("columns.days", { days: value });
  if (member === "cloud") return <CloudWord id={row.cloud} />;
  if (typeof value === "string" && member.endsWith("At")) return <DayTime at={value} />;
  const words = typeof value === "string" ? valueWords(fieldOf(member) ?? "id", value, t) : (Array.isArray(value) ? value : pairsOf(value)).join(t("list.and"));
  return words ? <span title={words}>{words}</span> : "-";
}

const pairsOf = (tags: object): string[] => Object.entries(tags).map(([key, value]) => (value ? `${key}:${value}` : key));

const CloudWord = ({ id }: { id: string }) => useCloudLabel()(id);
