"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { useWords } from "#components/ui/words.tsx";
import { syncQuery } from "#lib/client/queries.ts";
import { startSync } from "#lib/client/start-sync.ts";
import type { SyncTarget } from "#lib/client/start-sync.ts";

/** Starts readings and follows them. Whenever a source is done, what stands on the page is asked for again. */
export function useSync() {
  const t = useWords();
  const client = useQueryClient();
  const progress = useQuery(syncQuery()).data;
  const left = progress ? progress.running + progress.queued : 0;
  const before = useRef(0);

  useEffect(() => {
    if (left < before.current) {
      for (const queryKey of [["sources"], ["keys"], ["accounts"]]) void client.invalidateQueries({ queryKey });
      if (left === 0) announce(t("sources.finished"));
    }
    before.current = left;
  }, [left, client, t]);

  const start = useMutation({
    mutationFn: (target: SyncTarget) => startSync(target),
    onSuccess: () => {
      announce(t("sources.started"));
      void client.invalidateQueries({ queryKey: ["sync"] });
      void client.invalidateQueries({ queryKey: ["sources"] });
    },
    onError: (error) => announce(t("sources.start-failed.why", { message: error.message })),
  });
  return { progress, left, start };
}
