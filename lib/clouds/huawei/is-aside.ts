/** Calls that every site has and every reading needs; signing in with a password is one more. */
const MAIN = new Set(["list-keys", "describe-key", "securitytokens"]);

/** Whether an answer that refuses the credential may be about this operation alone. */
export const isAside = (operation: string) => !MAIN.has(operation);
