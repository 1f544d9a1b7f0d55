/** How a part of a picture is drawn: ink is known, hatch is unknown. `marked`, dotted, is the one series in question, `info` has lines, `faint` is an answer that is no value. */
export type ChartLook = "ink" | "marked" | "info" | "faint" | "hatch" | "hatch-warn" | "hatch-danger";

/** The classes of an SVG shape. Hatches, dots and lines are patterns of `ChartPatterns`. */
export const SHAPE_LOOKS: Record<ChartLook, string> = {
  ink: "fill-ink-2 forced-colors:fill-[CanvasText]",
  marked: "fill-[url(#chart-dots)]",
  info: "fill-[url(#chart-lines)]",
  faint: "fill-sunken stroke-control forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]",
  hatch: "fill-[url(#chart-hatch)] stroke-ink-3 forced-colors:stroke-[CanvasText]",
  "hatch-warn": "fill-[url(#chart-hatch-warn)] stroke-warn forced-colors:stroke-[CanvasText]",
  "hatch-danger": "fill-[url(#chart-hatch-danger)] stroke-danger forced-colors:stroke-[CanvasText]",
};

export const isHatched = (look: ChartLook): boolean => look.startsWith("hatch");

/** One value of a picture. */
export interface ChartRow {
  key: string;
  label: string;
  count: number;
  /** The count as it is written, with its plus. */
  shown: string;
  /** "36.5%". */
  share: string;
  href: string;
  look: ChartLook;
}
