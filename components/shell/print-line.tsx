"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useNow } from "#components/ui/now.tsx";
import { useFormat } from "#components/ui/words.tsx";

/** In place of the bar at the top on paper: which address was printed, by whom, and when. Relative times on the sheet count from there. */
export function PrintLine({ origin, viewer }: { origin: string; viewer: string }) {
  const format = useFormat();
  const path = usePathname();
  const search = useSearchParams().toString();
  return (
    <p className="print-only break-all text-second">
      Keyatlas · {viewer} · {format.moment(new Date(useNow()).toISOString())} · {origin}
      {path}
      {search && `?${search}`}
    </p>
  );
}
