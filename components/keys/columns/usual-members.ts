import type { RowMember } from "#lib/model/row-members.ts";

/** What the table shows by itself on a wide window: where a choice begins. */
export const USUAL_MEMBERS: readonly RowMember[] = [
  "state",
  "account",
  "spec",
  "rotation",
  "description",
  "manager",
  "origin",
  "protection",
  "lastRotatedAt",
  "deletesAt",
  "createdAt",
];
