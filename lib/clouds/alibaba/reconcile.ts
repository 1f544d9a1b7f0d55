import type { ReadKey } from "../../model/reading.ts";
import { ROTATION_FIELDS } from "./say-rotation.ts";

/**
 * Names under `alias/acs/` are kept for keys that the cloud's own products made (help centre "Manage a key alias"), whoever DescribeKey says made
 * them: ListAliases sheds light on what DescribeKey means.
 */
export function reconcile(key: ReadKey): void {
  if (!key.values.aliases?.some((alias) => alias.startsWith("alias/acs/")) || key.values.manager === "service") return;
  const told = key.facts.aliases;
  key.values.manager = "service";
  delete key.absent.manager;
  for (const field of ROTATION_FIELDS) {
    delete key.values[field];
    key.absent[field] = { reason: "not-applicable", note: "service key" };
  }
  for (const field of ["manager", ...ROTATION_FIELDS] as const) if (told) key.facts[field] = told;
}
