import { newId } from "../model/new-id.ts";
import { Refusal } from "../model/refusal.ts";
import type { Role } from "../model/scope.ts";
import { addUser, type User } from "../store/users.ts";
import { canonicalEmail } from "./canonical-email.ts";
import { hashPassword } from "./password.ts";

export interface UserWish {
  email: string;
  /** Default: what stands before the @. */
  name?: string | undefined;
  role: Role;
  /** null = all account groups. */
  groups: string[] | null;
  password: string;
}

/**
 * Creates a local user. Throws a Refusal for a bad address or password, and `name_taken` when the e-mail has a user.
 * `justBefore` runs when nothing but the write is left to fail.
 */
export async function createUser(wish: UserWish, justBefore: () => Promise<void> = async () => {}, now = new Date()): Promise<User> {
  const email = canonicalEmail(wish.email);
  const name = wish.name?.trim() || email.slice(0, email.indexOf("@"));
  const passwordHash = await hashPassword(wish.password);
  await justBefore();
  const user = await addUser({ id: newId(), email, name, role: wish.role, groups: wish.groups, disabled: false, createdAt: now.toISOString(), passwordHash });
  if (!user) throw new Refusal("name_taken", "This e-mail already has a user.", "email");
  return user;
}
