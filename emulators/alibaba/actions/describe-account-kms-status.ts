import type { Action } from "../call.ts";

export const describeAccountKmsStatus: Action = ({ account, region }) => ({
  AccountStatus: account.trouble[region] === "not-enabled" ? "NotEnabled" : "Enabled",
});
