import { rm } from "node:fs/promises";
import { Refusal } from "../model/refusal.ts";
import { removeSetupToken } from "../store/setup-token.ts";
import type { User } from "../store/users.ts";
import { createUser } from "./create-user.ts";
import { fitsSetupToken, needsSetup, setupTokenFile } from "./setup.ts";

export interface SetupForm {
  token: string;
  email: string;
  name?: string | undefined;
  password: string;
}

/**
 * Creates the first owner. Throws a Refusal: `not_found` once a user exists, `forbidden` for a wrong, spent or expired token,
 * and what `createUser` throws, which does not spend the token.
 */
export async function completeSetup(given: SetupForm, now = new Date()): Promise<User> {
  if (!(await needsSetup())) throw new Refusal("not_found", "There is nothing here.");
  const refused = new Refusal("forbidden", "The set-up token is wrong, spent or has expired. Restart Keyatlas for a new one.", "token");
  if (!(await fitsSetupToken(given.token, now))) throw refused;
  const spend = async () => {
    if (!(await removeSetupToken())) throw refused;
  };
  const user = await createUser({ ...given, role: "owner", groups: null }, spend, now);
  await rm(setupTokenFile(), { force: true });
  return user;
}
