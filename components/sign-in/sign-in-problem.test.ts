import { expect, test } from "vitest";
import { signInProblem } from "./sign-in-problem.ts";

test.each([
  ["CredentialsSignin", "Email or password is wrong."],
  ["constructor", "Sign-in failed. Try again."],
  ["__proto__", "Sign-in failed. Try again."],
])("%s reads: %s", (word, words) => expect(signInProblem(word)).toBe(words));
