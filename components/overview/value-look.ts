import type { ChartLook } from "#components/charts/chart-look.ts";

/** Why there is no value, as it is drawn: an answer that there is none is faint, what nobody told us is hatched. */
const ABSENT_LOOKS: Record<string, ChartLook> = {
  none: "faint",
  "not-applicable": "faint",
  unreported: "hatch",
  denied: "hatch-warn",
  failed: "hatch-danger",
  pending: "hatch",
};

const ROTATION_LOOKS: Record<string, ChartLook> = { on: "ink", off: "marked", suspended: "info" };

/** How a value of a facet is drawn. `hasAbsent` is false for fields whose value we always know: an account may be called "denied". */
export function valueLook(field: string, value: string, hasAbsent: boolean): ChartLook {
  if (hasAbsent && Object.hasOwn(ABSENT_LOOKS, value)) return ABSENT_LOOKS[value] ?? "hatch";
  return (field === "rotation" ? ROTATION_LOOKS[value] : undefined) ?? "ink";
}
