import type { WordKey } from "../en/index.ts";
import { COMMON } from "./common.ts";
import { COVERAGE } from "./coverage.ts";

/** Simplified Chinese. The compiler holds the list: a word that is missing does not build. */
export const ZH: Record<WordKey, string> = { ...COMMON, ...COVERAGE };
