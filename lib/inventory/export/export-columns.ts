import type { KeyRow } from "../../model/key.ts";
import { Refusal } from "../../model/refusal.ts";

/** The members of a row that an export may hold, in the order of a row. The compiler holds the list. */
const COLUMNS = {
  ref: true,
  cloud: true,
  account: true,
  region: true,
  project: true,
  keyId: true,
  arn: true,
  alias: true,
  aliases: true,
  description: true,
  state: true,
  spec: true,
  family: true,
  usage: true,
  origin: true,
  protection: true,
  manager: true,
  rotation: true,
  rotationIntervalDays: true,
  lastRotatedAt: true,
  nextRotationAt: true,
  deletionProtection: true,
  createdAt: true,
  deletesAt: true,
  expiresAt: true,
  instance: true,
  enterpriseProject: true,
  tags: true,
  firstSeenAt: true,
  lastSeenAt: true,
  describedAt: true,
  presence: true,
  goneAt: true,
} as const satisfies Record<Exclude<keyof KeyRow, "absent" | "notes">, true>;
export type ExportColumn = keyof typeof COLUMNS;
export const EXPORT_COLUMNS = Object.keys(COLUMNS) as ExportColumn[];

/** `columns=state,alias`: those, in the order they were asked in; without it all. Throws Refusal `invalid_query`. */
export function readColumns(written: string | null): ExportColumn[] {
  if (written === null) return EXPORT_COLUMNS;
  const names = written.split(",");
  const wrong = names.find((name, i) => !Object.hasOwn(COLUMNS, name) || names.indexOf(name) !== i);
  if (wrong !== undefined) throw new Refusal("invalid_query", `columns takes each of ${EXPORT_COLUMNS.join(", ")} at most once.`, "columns");
  return names as ExportColumn[];
}
