import type { CheckedAction, CheckReport } from "#lib/model/account.ts";

const NEARLY_ALL = 0.75;

type Checked = CheckReport["regions"][number] | CheckedAction;

export const isBad = (result: Checked["result"]): boolean => result === "denied" || result === "failed";

/**
 * The one failure behind nearly all of them: said once above the table, not in each row. What says another thing keeps it in its row: the first refusal of a
 * credential that rests from then on, or the call that an open circuit ended.
 */
export function sharedFailure({ actions, regions }: Pick<CheckReport, "actions" | "regions">): Checked | null {
  const failures = [...actions, ...regions].filter(({ result }) => isBad(result));
  if (failures.length < 2) return null;
  const alike = Object.values(Object.groupBy(failures, ({ code, message }) => `${code} ${message}`)).flatMap((group) => (group ? [group] : []));
  const [most] = alike.sort((a, b) => b.length - a.length);
  return most && most.length >= failures.length * NEARLY_ALL ? (most[0] ?? null) : null;
}
