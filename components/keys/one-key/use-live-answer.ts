"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { liveKeyQuery } from "#lib/client/queries.ts";

/** A key that is passed over on the way to another is not asked for; ms. */
const DWELL_MS = 400;

/**
 * The cloud's answer of this moment about a key, asked once the reader stays with it, and by hand after that. Turning to another key takes the question
 * back, to the cloud too. `asksByItself`: false where the answer is known (a key that is gone).
 */
export function useLiveAnswer(ref: string, asksByItself: boolean) {
  const [dwelt, setDwelt] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDwelt(ref), DWELL_MS);
    return () => clearTimeout(timer);
  }, [ref]);
  return useQuery({ ...liveKeyQuery(ref), enabled: asksByItself && dwelt === ref, staleTime: Number.POSITIVE_INFINITY, refetchOnReconnect: false });
}

export type LiveAnswerState = ReturnType<typeof useLiveAnswer>;
