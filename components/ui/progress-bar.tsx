/** A 4 px bar. `of` null: it is not known how much there is. */
export function ProgressBar({ done, of, label, className = "" }: { done: number; of: number | null; label: string; className?: string }) {
  const share = of ? Math.min(100, Math.round((done / of) * 100)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={of ? share : undefined}
      aria-valuemin={0}
      aria-valuemax={100}
      className={`h-1 overflow-hidden rounded-[2px] bg-sunken ${className}`}
    >
      <svg aria-hidden="true" width="100%" height="4" className={of ? "" : "animate-pulse"}>
        <rect width={of ? `${share}%` : "40%"} height="4" className="fill-accent-fill" />
      </svg>
    </div>
  );
}
