import { Refusal } from "../model/refusal.ts";
import { removeSessionsOf } from "../store/sessions.ts";
import { disableUnlessLastOwner, findUserByEmail } from "../store/users.ts";
import { canonicalEmail } from "./canonical-email.ts";

/** Disables a user and ends all their sessions, from the next request on. Throws a Refusal when unknown, or the last owner who can sign in. */
export async function disableUser(email: string): Promise<void> {
  const user = await findUserByEmail(canonicalEmail(email));
  if (!user) throw new Refusal("not_found", "No user has this e-mail.", "email");
  if (!(await disableUnlessLastOwner(user.id))) throw new Refusal("forbidden", "This is the last owner: nobody could manage Keyatlas any more.", "email");
  await removeSessionsOf(user.id);
}
