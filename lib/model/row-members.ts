import type { KeyRow } from "./key.ts";

export type RowMember = Exclude<keyof KeyRow, "absent" | "notes">;

/** The members of a row that can be a column, in the order of a row. The compiler holds the list. */
const MEMBERS = {
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
} as const satisfies Record<RowMember, true>;
export const ROW_MEMBERS = Object.keys(MEMBERS) as RowMember[];
