const FILLS = { full: "bg-ink-2 forced-ink", empty: "", half: "forced-half bg-linear-to-r from-ink-2 from-50% to-transparent to-50%" };

/** An 8 px dot beside a word: full, empty or half. */
export function Dot({ fill, className = "" }: { fill: keyof typeof FILLS; className?: string }) {
  return <span aria-hidden="true" className={`inline-block size-2 shrink-0 rounded-full border-[1.5px] border-ink-2 ${FILLS[fill]} ${className}`} />;
}
