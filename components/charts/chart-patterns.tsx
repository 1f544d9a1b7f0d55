const STROKES = { "chart-hatch": "stroke-ink-3", "chart-hatch-warn": "stroke-warn", "chart-hatch-danger": "stroke-danger" };

/** The hatches that shapes of a page are filled with: once a page. */
export function ChartPatterns() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        {Object.entries(STROKES).map(([id, stroke]) => (
          <pattern key={id} id={id} width="3.5" height="3.5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
            <rect width="3.5" height="3.5" className="fill-surface" />
            <path d="M0 .6h3.5" strokeWidth="1.2" className={`${stroke} forced-colors:stroke-[CanvasText]`} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
