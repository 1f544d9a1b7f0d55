import type { Role, Scope } from "#lib/model/scope.ts";
import { addUser } from "#lib/store/users.ts";

/** A user in the store, as an asker. */
export async function person(id: string, role: Role): Promise<Scope> {
  await addUser({
    id,
    email: `${id}@example.org`,
    name: id.toUpperCase(),
    role,
    groups: null,
    disabled: false,
    createdAt: new Date().toISOString(),
    passwordHash: null,
  });
  return { actor: { kind: "user", id, name: id.toUpperCase() }, role, groups: "all" };
}
