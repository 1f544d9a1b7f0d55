import type { Action } from "../call.ts";
import { findNamedKey } from "../find-named-key.ts";
import { toKeyMetadata } from "../key-words.ts";

export const describeKey: Action = (call) => ({ KeyMetadata: toKeyMetadata(call.account, findNamedKey(call)) });
