import { serviceOf } from "../../world/about-source.ts";
import type { Action } from "../call.ts";

const STATUSES: Record<string, string> = { enabled: "Enabled", "not-enabled": "NotEnabled", "in-debt": "InDebt", suspended: "Suspended" };

export const describeAccountKmsStatus: Action = ({ account, region }) => ({ AccountStatus: STATUSES[serviceOf(account, region)] });
