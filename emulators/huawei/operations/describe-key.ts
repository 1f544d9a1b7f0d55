import type { Operation } from "../call.ts";
import { findKey } from "../find-key.ts";
import { toKeyDetails } from "../key-details.ts";

/** key_info is an object, whatever the older template's table says. */
export const describeKey: Operation = (call) => ({ key_info: toKeyDetails(call.account, findKey(call)) });
