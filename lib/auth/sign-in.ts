import { RateLimiterMemory } from "rate-limiter-flexible";
import { Refusal } from "../model/refusal.ts";
import { beginAttempt, clearAttempts, findUserByEmail, updateUser, type User } from "../store/users.ts";
import { ATTEMPT_PAUSE } from "./attempt-pause.ts";
import { canonicalEmail } from "./canonical-email.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { countUnknownAttempt } from "./unknown-attempts.ts";

/** A minute's failures: 60 from one address, 600 from all together where addresses cannot be told apart, so that nobody locks the others out. */
const failuresByAddress = new RateLimiterMemory({ keyPrefix: "sign-in", points: 600, duration: 60 });
const pointsOf = (address: string) => (address === "direct" ? 1 : 10);
const WRONG = "E-mail or password is wrong.";
const WAIT = "Too many failed attempts. Wait a little, then try again.";

/**
 * The user that e-mail and password belong to. Throws a Refusal: `unauthenticated` in the same words and the same time for an unknown user,
 * a wrong password and a disabled user; `rate_limited` while this e-mail or this address has to wait.
 */
export async function signIn(given: { email: string; password: string; address: string }, now = new Date()): Promise<User> {
  const spent = await failuresByAddress.get(given.address);
  if (spent !== null && spent.remainingPoints <= 0) throw new Refusal("rate_limited", WAIT);
  try {
    return await judge(canonicalEmail(given.email), given.password, now);
  } catch (error) {
    if (error instanceof Refusal && error.code === "unauthenticated") await failuresByAddress.penalty(given.address, pointsOf(given.address));
    throw error;
  }
}

async function judge(email: string, password: string, now: Date): Promise<User> {
  const attempt = await beginAttempt(email, now.toISOString(), ATTEMPT_PAUSE);
  if (!attempt) {
    const exists = (await findUserByEmail(email)) !== undefined;
    if (exists || !countUnknownAttempt(email, now.getTime())) throw new Refusal("rate_limited", WAIT);
  }
  const { fits, stale } = await verifyPassword(password, attempt?.passwordHash ?? null);
  if (!attempt || !fits || attempt.user.disabled) throw new Refusal("unauthenticated", WRONG);
  await clearAttempts(attempt.user.id);
  if (stale) await updateUser(attempt.user.id, { passwordHash: await hashPassword(password) });
  return attempt.user;
}
