import type { Operation } from "../call.ts";
import { findKey } from "../find-key.ts";
import { toKeyDetails, without } from "../key-details.ts";

/** key_info is an object, whatever the older template's table says. */
export const describeKey: Operation = (call) => ({
  key_info: without(toKeyDetails(call.account, findKey(call, { byName: call.account.dialect?.namesInDescribe })), call.account.dialect?.describeLacks ?? []),
});
