/** A whole number given as text or as a number; null when absent, NaN when malformed. */
export function numberOf(value: unknown): number | null {
  if (value === undefined || value === null || value === "") return null;
  const text = String(value);
  return /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
