"use client";
import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useSync } from "#components/sources/use-sync.ts";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/words.tsx";
import { sourcesQuery } from "#lib/client/queries.ts";
import { useMayOperate } from "./viewer.tsx";

/** Reads every source again; while it runs it says how many are left. */
export function RefreshButton({ className = "" }: { className?: string }) {
  const t = useWords();
  const mayOperate = useMayOperate();
  const { left, start } = useSync();
  const { data: sources } = useQuery(sourcesQuery());
  if (sources?.length === 0) return null;
  if (!mayOperate) return left > 0 ? <span className={`text-ink-2 ${className}`}>{t("shell.reading", { left })}</span> : null;
  return (
    <Button size="sm" icon={RefreshCw} disabled={left > 0 || start.isPending} onClick={() => start.mutate({})} className={className}>
      {left > 0 ? t("shell.reading", { left }) : t("shell.refresh")}
    </Button>
  );
}
