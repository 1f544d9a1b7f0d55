import type { Emulators, WorldAccount } from "#emulators/index.ts";
import { Refusal } from "#lib/model/refusal.ts";
import type { Scope } from "#lib/model/scope.ts";

export function worldAccount(emulators: Emulators, name: string): WorldAccount {
  const found = emulators.world.accounts.find((account) => account.name === name);
  if (!found) throw new Error(`no account ${name}`);
  return found;
}

export const scopeOf = (role: Scope["role"], groups: Scope["groups"]): Scope => ({ actor: { kind: "user", id: "u", name: "U" }, role, groups });

/** The refusal that `work` ends in; anything else is thrown. */
export async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => new Error("it succeeded"),
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw error;
}
