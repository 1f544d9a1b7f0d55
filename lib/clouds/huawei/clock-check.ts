import { CloudError } from "../../model/problem.ts";
import type { PreflightAction } from "../cloud.ts";
import type { CloudClock } from "./cloud-clock.ts";

/** No call: the calls before it have shown whether signatures need the cloud's time in place of this machine's. */
export function clockCheck(clock: CloudClock): PreflightAction {
  return {
    action: "clock (no permission needed)",
    feeds: "Signatures, which the cloud refuses when their time is off",
    columns: [],
    try: async () => {
      const words = clock.words();
      if (words === null) return;
      const message = `${words} Calls are signed by the cloud's time instead.`;
      throw new CloudError({ kind: "protocol", operation: "clock", code: "clock_off", message, advice: "Set the clock of the machine that Keyatlas runs on." });
    },
  };
}
