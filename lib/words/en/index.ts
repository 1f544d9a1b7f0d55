import { COMMON } from "./common.ts";
import { COVERAGE } from "./coverage.ts";

/** Every word of the pages, in ICU message format: the one catalogue, of which the other languages are translations. */
export const EN = { ...COMMON, ...COVERAGE } as const;
export type WordKey = keyof typeof EN;
