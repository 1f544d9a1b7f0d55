import { expect, test } from "vitest";
import { signInProblem } from "./sign-in-problem.ts";

test.each([
  ["CredentialsSignin", "sign-in.wrong"],
  ["constructor", "sign-in.failed"],
  ["__proto__", "sign-in.failed"],
])("%s reads: %s", (word, words) => expect(signInProblem(word)).toBe(words));
