import type { WordKey } from "../en/index.ts";
import { ACCOUNTS } from "./accounts.ts";
import { COMMON } from "./common.ts";
import { COVERAGE } from "./coverage.ts";
import { SHELL } from "./shell.ts";
import { SIGN_IN } from "./sign-in.ts";

/** Simplified Chinese. The compiler holds the list: a word that is missing does not build. */
export const ZH: Record<WordKey, string> = { ...ACCOUNTS, ...COMMON, ...COVERAGE, ...SHELL, ...SIGN_IN };
