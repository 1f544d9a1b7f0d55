import type { About } from "../cloud.ts";
import { vendorWord } from "../vendor-word.ts";
import type { Sender } from "./signing-keys.ts";
import { STATUS_LANE } from "./status-lane.ts";

/** DescribeAccountKmsStatus: Enabled, NotEnabled, InDebt or Suspended. It explains a region that is empty or refuses everything. */
export function aboutService(send: Sender): About {
  return {
    name: "service",
    operation: "DescribeAccountKmsStatus",
    async read(source) {
      const answer = await send({ service: "kms", action: "DescribeAccountKmsStatus", params: {}, region: source.region, lane: STATUS_LANE });
      const status = answer.body.AccountStatus;
      if (typeof status !== "string" || !status) throw answer.unreadable("status_missing", "The cloud's answer holds no status of the service.");
      return { value: vendorWord(status), call: answer.call };
    },
  };
}
