import { type ChartLook, isHatched, SHAPE_LOOKS } from "./chart-look.ts";

/** The square of a legend, 11 px, drawn as its part of the picture. */
export function Swatch({ look }: { look: ChartLook }) {
  const inset = isHatched(look) || look === "faint" ? 0.5 : 0;
  return (
    <svg aria-hidden="true" width="11" height="11" className="shrink-0 [print-color-adjust:exact]">
      <rect x={inset} y={inset} width={11 - 2 * inset} height={11 - 2 * inset} rx="2" className={SHAPE_LOOKS[look]} />
    </svg>
  );
}
