import { ACCOUNTS } from "./accounts.ts";
import { COMMON } from "./common.ts";
import { COVERAGE } from "./coverage.ts";
import { SHELL } from "./shell.ts";
import { SIGN_IN } from "./sign-in.ts";

/** Every word of the pages, in ICU message format: the one catalogue, of which the other languages are translations. */
export const EN = { ...ACCOUNTS, ...COMMON, ...COVERAGE, ...SHELL, ...SIGN_IN } as const;
export type WordKey = keyof typeof EN;
