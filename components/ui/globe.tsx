const RADIUS = 404;
const CENTER = { x: 720, y: 436 };
/** Degrees of longitude and latitude that are drawn. */
const MERIDIANS = [12.7, 30, 49.5, 68.4];
const PARALLELS = [-60, -40, -20, 0, 20, 40, 60];
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const round = (value: number) => Math.round(value * 10) / 10;

/** The globe's lines behind a quiet page: decoration in `line-strong`. */
export function Globe() {
  return (
    <svg
      viewBox="0 0 1440 900"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      className="absolute inset-0 size-full text-line-strong pointer-events-none print-hide"
    >
      <g opacity=".55">
        <circle cx={CENTER.x} cy={CENTER.y} r={RADIUS} />
        <path d={`M${CENTER.x} ${CENTER.y - RADIUS}v${RADIUS * 2}`} />
        {MERIDIANS.map((longitude) => (
          <ellipse key={longitude} cx={CENTER.x} cy={CENTER.y} rx={round(RADIUS * Math.sin(radians(longitude)))} ry={RADIUS} />
        ))}
        {PARALLELS.map((latitude) => {
          const half = round(RADIUS * Math.cos(radians(latitude)));
          const y = round(CENTER.y - RADIUS * Math.sin(radians(latitude)));
          return <path key={latitude} d={`M${CENTER.x - half} ${y}h${half * 2}`} />;
        })}
      </g>
    </svg>
  );
}
