import { Refusal } from "../model/refusal.ts";
import type { Scope } from "../model/scope.ts";

/** Account groups, sorted and without repetition. Who is limited to groups gives an account some of theirs; without a word it gets all of them. */
export function checkGroups(scope: Scope, groups: string[] | undefined): string[] {
  if (scope.groups === "all") return [...new Set(groups ?? [])].sort();
  const own = scope.groups;
  const foreign = groups?.find((group) => !own.includes(group));
  if (foreign !== undefined || groups?.length === 0) throw new Refusal("invalid_body", "Choose from your own account groups.", "groups");
  return [...new Set(groups ?? own)].sort();
}
