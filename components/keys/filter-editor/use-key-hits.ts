"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useWords } from "#components/ui/words.tsx";
import { keysQuery } from "#lib/client/queries.ts";
import { DEFAULT_QUERY } from "#lib/query/default-query.ts";
import { formatKeyQuery } from "#lib/query/format-key-query.ts";
import type { Suggestion } from "./suggest.ts";

/** How long typing rests before keys are looked for; ms. */
const PAUSE_MS = 200;
const SHORTEST = 3;
const MOST = 5;

/** A part of an id; with a colon it is one of an ARN, and anything else a part of a name. */
const ID_PART = /^(key-|[0-9a-f]{3,8}-|[0-9a-f]{8,})/i;

/** The first keys whose name or id holds a text, as suggestions. What holds it elsewhere is for the search: nobody would see why it is offered. */
export function useKeyHits(text: string, isOpen: boolean): { found: Suggestion[]; status: string | null } {
  const t = useWords();
  const typed = text.trim();
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(setAsked, PAUSE_MS, typed);
    return () => clearTimeout(timer);
  }, [typed]);
  const isWanted = isOpen && asked.length >= SHORTEST && asked === typed;
  const query = formatKeyQuery({
    ...DEFAULT_QUERY,
    size: 25,
    filters: [
      {
        field: asked.includes(":") ? "q" : ID_PART.test(asked) ? "id" : "alias",
        negated: false,
        match: "contains",
        values: [{ kind: "text", text: asked || "-" }],
      },
    ],
  });
  const { data, error, isFetching, isPlaceholderData } = useQuery({ ...keysQuery(query), enabled: isWanted });
  if (!isWanted) return { found: [], status: null };
  if (error) return { found: [], status: t("suggest.failed", { reason: error.message }) };
  const rows = isPlaceholderData ? [] : (data?.rows.slice(0, MOST) ?? []);
  const found = rows.map(({ ref, alias, keyId, account, region }): Suggestion => {
    return { key: `key ${ref}`, group: "keys", label: alias ?? keyId, before: `${account.name} · ${region}`, deed: { kind: "open", ref } };
  });
  return { found, status: isFetching && found.length === 0 ? t("suggest.looking") : null };
}
