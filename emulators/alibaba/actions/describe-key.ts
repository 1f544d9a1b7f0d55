import type { Action } from "../call.ts";
import { findNamedKey, ownerOf } from "../find-named-key.ts";
import { toKeyMetadata } from "../key-words.ts";

export const describeKey: Action = (call) => {
  const key = findNamedKey(call);
  return { KeyMetadata: toKeyMetadata(ownerOf(key, call), key) };
};
