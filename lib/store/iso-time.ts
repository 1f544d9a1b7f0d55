/**
 * A time as PostgreSQL prints it (`2026-11-22 14:00:00.5+08`, DateStyle ISO) or as JSON has it, in the one form of our answers:
 * `2026-11-22T06:00:00.500Z`. For columns read by hand-written SQL; drizzle's columns do it themselves.
 */
export function isoTime(text: string): string {
  const at = new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
  if (Number.isNaN(at.getTime())) throw new RangeError(`"${text}" is not a time`);
  return at.toISOString();
}
