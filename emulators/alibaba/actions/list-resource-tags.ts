import type { Action } from "../call.ts";
import { findNamedKey } from "../find-named-key.ts";

export const listResourceTags: Action = (call) => {
  const key = findNamedKey(call);
  return { Tags: { Tag: Object.entries(key.facts.tags).map(([TagKey, TagValue]) => ({ KeyId: key.keyId, TagKey, TagValue })) } };
};
