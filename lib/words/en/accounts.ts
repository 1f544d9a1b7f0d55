/** Accounts: connecting, checking, editing. */
export const ACCOUNTS = {
  "accounts.connecting": "Connecting an account",
  "accounts.editing": "Editing an account",
} as const;
