/** How one cell is drawn: ink, outline, amber hatch, thin outline. */
export type StripMark = "full" | "outline" | "hatch" | "thin";
export type StripCounts = Record<StripMark, number>;

/** The order in which cells stand. */
const ORDER: StripMark[] = ["full", "outline", "thin", "hatch"];
/** More cells than this are drawn in proportion, on a wide screen and on the phone. */
export const MOST_CELLS = { wide: 24, phone: 11 };

/** The cells of a strip. Above `most` they are in proportion, and no kind that exists disappears. */
export function stripCells(counts: StripCounts, most: number = MOST_CELLS.wide): StripMark[] {
  const total = ORDER.reduce((sum, mark) => sum + counts[mark], 0);
  const shares = total <= most ? counts : proportional(counts, total, most);
  return ORDER.flatMap((mark) => Array<StripMark>(shares[mark]).fill(mark));
}

function proportional(counts: StripCounts, total: number, most: number): StripCounts {
  const shares: StripCounts = { full: 0, outline: 0, hatch: 0, thin: 0 };
  for (const mark of ORDER) shares[mark] = counts[mark] === 0 ? 0 : Math.max(1, Math.round((counts[mark] / total) * most));
  let over = ORDER.reduce((sum, mark) => sum + shares[mark], 0) - most;
  while (over !== 0) {
    const largest = ORDER.reduce((best, mark) => (shares[mark] > shares[best] ? mark : best));
    shares[largest] -= Math.sign(over);
    over -= Math.sign(over);
  }
  return shares;
}
