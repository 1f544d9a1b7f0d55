import { ANSWERS } from "./answers.ts";
import { CHECKS } from "./checks.ts";
import { REFUSALS } from "./refusals.ts";

/** The Chinese of what the server says in English, since its API has one language. Not of the catalogue: it is fetched when something of it is to be said. */
export const SAID: Record<string, string> = { ...REFUSALS, ...ANSWERS, ...CHECKS };
