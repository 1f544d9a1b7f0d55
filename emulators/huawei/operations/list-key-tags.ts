import type { Operation } from "../call.ts";
import { findKey } from "../find-key.ts";

export const listKeyTags: Operation = (call) => {
  const tags = Object.entries(findKey(call).facts.tags).map(([key, value]) => ({ key, value }));
  return { tags, existTagsNum: tags.length };
};
