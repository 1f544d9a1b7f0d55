import { MOST_CELLS, stripCells } from "./strip-cells.ts";
import type { StripCounts, StripMark } from "./strip-cells.ts";

const LOOKS: Record<StripMark, string> = {
  full: "bg-ink-2 forced-ink",
  outline: "border-[1.5px] border-ink-2 forced-edge",
  hatch: "hatch text-warn border border-warn forced-edge",
  thin: "border border-control forced-edge",
};

/** The strip: one cell is one source, ink is known, hatch is unknown. Its words stand beside it, so it is not read out. */
export function Strip({ counts, className = "" }: { counts: StripCounts; className?: string }) {
  const total = counts.full + counts.outline + counts.hatch + counts.thin;
  if (total <= MOST_CELLS.phone) return <Cells counts={counts} most={total} className={className} />;
  return (
    <>
      <Cells counts={counts} most={MOST_CELLS.wide} className={`phone:hidden ${className}`} />
      <Cells counts={counts} most={MOST_CELLS.phone} className={`md:hidden ${className}`} />
    </>
  );
}

function Cells({ counts, most, className }: { counts: StripCounts; most: number; className: string }) {
  return (
    <span aria-hidden="true" className={`inline-flex shrink-0 gap-0.5 [print-color-adjust:exact] ${className}`}>
      {stripCells(counts, most).map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no identity but its place
        <span key={index} className={`h-3 w-1.5 rounded-[1.5px] ${LOOKS[mark]}`} />
      ))}
    </span>
  );
}
