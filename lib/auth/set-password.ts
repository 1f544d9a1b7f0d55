import { Refusal } from "../model/refusal.ts";
import { removeSessionsOf } from "../store/sessions.ts";
import { clearAttempts, findUserByEmail, updateUser } from "../store/users.ts";
import { canonicalEmail } from "./canonical-email.ts";
import { hashPassword } from "./password.ts";

/** Gives a user a new password and ends all their sessions. Throws a Refusal when there is no such user or the password does not do. */
export async function setPassword(email: string, password: string): Promise<void> {
  const user = await findUserByEmail(canonicalEmail(email));
  if (!user) throw new Refusal("not_found", "No user has this e-mail.", "email");
  await updateUser(user.id, { passwordHash: await hashPassword(password) });
  await clearAttempts(user.id);
  await removeSessionsOf(user.id);
}
