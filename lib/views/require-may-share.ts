import { Refusal } from "../model/refusal.ts";
import { roleAtLeast, type Scope } from "../model/scope.ts";

/** What everybody sees is made, changed and withdrawn by operators and above. */
export function requireMayShare(scope: Scope): void {
  if (!roleAtLeast(scope.role, "operator")) {
    throw new Refusal("forbidden", `A shared view needs the role operator; yours is ${scope.role}.`, "isShared");
  }
}
