/** "36.5%", the same in every language; "0%" of nothing. What is there is never 0.0%. */
export function shareOf(count: number, total: number): string {
  if (count === 0 || total === 0) return "0%";
  const percent = (count / total) * 100;
  if (percent < 0.1) return "<0.1%";
  return `${percent === 100 ? "100" : percent.toFixed(1)}%`;
}
