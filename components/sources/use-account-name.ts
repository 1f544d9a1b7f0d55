"use client";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { sourcesQuery } from "#lib/client/queries.ts";

/** An account's id as its name; what we do not know stays as it is written. */
export function useAccountName(): (id: string) => string {
  const { data: sources } = useQuery(sourcesQuery());
  return useCallback((id) => sources?.find(({ account }) => account.id === id)?.account.name ?? id, [sources]);
}
