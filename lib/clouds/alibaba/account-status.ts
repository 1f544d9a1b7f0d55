import type { Call } from "../../model/reading.ts";
import type { SourceAddress } from "../../model/source.ts";
import type { Sender } from "./signing-keys.ts";
import { STATUS_LANE } from "./status-lane.ts";

/** DescribeAccountKmsStatus: Enabled, NotEnabled, InDebt or Suspended, in the cloud's own word. */
export async function accountStatus(send: Sender, { region }: SourceAddress): Promise<{ status: string; call: Call }> {
  const answer = await send({ service: "kms", action: "DescribeAccountKmsStatus", params: {}, region, lane: STATUS_LANE });
  const status = answer.body.AccountStatus;
  if (typeof status !== "string" || !status) throw answer.unreadable("status_missing", "The cloud's answer holds no status of the service.");
  return { status, call: answer.call };
}
