"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keysQuery } from "#lib/client/queries.ts";
import type { KeysAnswer } from "#lib/model/answers.ts";
import type { KeyView } from "./key-view.ts";

/** The counts beside rows that the clouds gave. */
export interface LiveCounts {
  /** Holds the facets: of the inventory, until the clouds have counted. */
  answer: KeysAnswer | undefined;
  /** When the clouds were asked for them; null = these are the inventory's. */
  at: string | null;
  isBusy: boolean;
  hasFailed: boolean;
  ask: () => void;
}

/**
 * Counting live means describing every key, at the clouds' pace: so live rows come without counts, the inventory's stand beside them, and the clouds count
 * when somebody asks for it. Null for a view of the inventory, whose answer has its own.
 */
export function useCounts({ request, counts, query }: KeyView): LiveCounts | null {
  const [asked, setAsked] = useState<string | null>(null);
  const isAsked = asked === request;
  const stored = useQuery({ ...keysQuery(counts.stored), enabled: query.live });
  const live = useQuery({ ...keysQuery(counts.live, true), enabled: query.live && isAsked, placeholderData: undefined });
  if (!query.live) return null;
  const counted = isAsked ? live.data : undefined;
  return {
    answer: counted ?? stored.data,
    at: counted?.asOf ?? null,
    isBusy: isAsked && live.isFetching,
    hasFailed: isAsked && live.isError && !live.isFetching,
    ask: () => (isAsked ? void live.refetch() : setAsked(request)),
  };
}
