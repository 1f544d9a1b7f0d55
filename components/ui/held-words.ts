/** The server has the words at hand; in the browser this is null, and they are fetched (`#server/…` in package.json). */
export { compileWords as default } from "#lib/words/compile-words.ts";
