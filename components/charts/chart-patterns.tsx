const STROKES = { "chart-hatch": "stroke-ink-3", "chart-hatch-warn": "stroke-warn", "chart-hatch-danger": "stroke-danger" };

/** Dots and lines on a ground of colour, so that no part is told from its neighbour by colour alone. */
const GROUNDS = [
  { id: "chart-dots", ground: "fill-accent-fill forced-colors:fill-[Highlight]", marks: "M2 2h1.4M5 5h1.4", size: 6, width: 1.4 },
  { id: "chart-lines", ground: "fill-info forced-colors:fill-[CanvasText]", marks: "M0 1.5h4", size: 4, width: 1.1 },
];

/** The patterns that shapes of a page are filled with: once a page. */
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
        {GROUNDS.map(({ id, ground, marks, size, width }) => (
          <pattern key={id} id={id} width={size} height={size} patternUnits="userSpaceOnUse">
            <rect width={size} height={size} className={ground} />
            <path d={marks} strokeWidth={width} className="stroke-surface forced-colors:stroke-[Canvas]" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
