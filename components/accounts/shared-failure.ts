import type { CheckedAction, CheckReport } from "#lib/model/account.ts";

type Checked = CheckReport["regions"][number] | CheckedAction;

export const isBad = (result: Checked["result"]): boolean => result === "denied" || result === "failed";

/**
 * The one failure behind all of them, when the cloud gave the same code each time: said once above the table, not in each row. A refused credential is
 * told by the cloud at first and rests then, so most say the second; what says another thing keeps it in its row.
 */
export function sharedFailure({ actions, regions }: Pick<CheckReport, "actions" | "regions">): Checked | null {
  const failures = [...actions, ...regions].filter(({ result }) => isBad(result));
  const [first] = failures;
  if (failures.length < 2 || failures.some(({ code }) => code !== first?.code)) return null;
  const alike = Object.values(Object.groupBy(failures, ({ message }) => message ?? "")).flatMap((group) => (group ? [group] : []));
  const [most] = alike.sort((a, b) => b.length - a.length);
  return most && most.length > failures.length / 2 ? (most[0] ?? null) : null;
}
