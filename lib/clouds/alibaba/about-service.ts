import type { About } from "../cloud.ts";
import { vendorWord } from "../vendor-word.ts";
import { accountStatus } from "./account-status.ts";
import type { Sender } from "./signing-keys.ts";

/** What the cloud says of its service at a region. */
export function aboutService(send: Sender): About {
  return {
    name: "service",
    operation: "DescribeAccountKmsStatus",
    async read(source) {
      const { status, call } = await accountStatus(send, source);
      return { value: vendorWord(status), call };
    },
  };
}
