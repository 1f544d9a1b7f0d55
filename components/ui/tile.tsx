/** A 16 px tile with one letter; the label is its accessible name. */
export function Tile({ letter, label, filled, className = "" }: { letter: string; label: string; filled: boolean; className?: string }) {
  const look = filled ? "bg-ink-2 border-ink-2 text-surface" : "bg-surface border-control text-ink-2";
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={`inline-grid size-4 shrink-0 place-items-center rounded-token border text-[9.5px] leading-none font-strong [print-color-adjust:exact] ${look} ${className}`}
    >
      {letter}
    </span>
  );
}
