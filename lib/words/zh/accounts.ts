import type { ACCOUNTS as EN } from "../en/accounts.ts";

export const ACCOUNTS: Record<keyof typeof EN, string> = {
  "accounts.connecting": "连接账号",
  "accounts.editing": "编辑账号",
};
