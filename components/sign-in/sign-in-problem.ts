/** next-auth's error words as sentences that say what to do. */
const PROBLEMS = new Map([
  ["CredentialsSignin", "Email or password is wrong."],
  ["TooManyAttempts", "Too many failed attempts. Wait a few minutes, then try again."],
  ["Unavailable", "Sign-in does not work at the moment: the database did not answer. Try again in a minute."],
  ["SessionRequired", "Your session has ended. Sign in again."],
]);

export function signInProblem(word: string): string {
  return PROBLEMS.get(word) ?? "Sign-in failed. Try again.";
}
