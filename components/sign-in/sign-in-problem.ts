import type { WordKey } from "#lib/words/en/index.ts";

/** next-auth's error words as sentences that say what to do. */
const PROBLEMS = new Map<string, WordKey>([
  ["CredentialsSignin", "sign-in.wrong"],
  ["TooManyAttempts", "sign-in.too-many"],
  ["Unavailable", "sign-in.unavailable"],
  ["SessionRequired", "sign-in.ended"],
]);

export function signInProblem(word: string): WordKey {
  return PROBLEMS.get(word) ?? "sign-in.failed";
}
