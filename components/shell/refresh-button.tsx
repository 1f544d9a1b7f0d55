"use client";
import { RefreshCw } from "lucide-react";
import { useSync } from "#components/sources/use-sync.ts";
import { Button } from "#components/ui/button.tsx";
import { useMayOperate } from "./viewer.tsx";

/** Reads every source again; while it runs it says how many are left. */
export function RefreshButton({ className = "" }: { className?: string }) {
  const mayOperate = useMayOperate();
  const { left, start } = useSync();
  if (!mayOperate) return left > 0 ? <span className={`text-ink-2 ${className}`}>Reading, {left} left</span> : null;
  return (
    <Button size="sm" icon={RefreshCw} disabled={left > 0 || start.isPending} onClick={() => start.mutate({})} className={className}>
      {left > 0 ? `Reading, ${left} left` : "Refresh"}
    </Button>
  );
}
