import type { Operation } from "../call.ts";
import { findKey } from "../find-key.ts";

/** The tags of one key; `sys_tags` are the cloud's own, here the enterprise project. */
export const listKeyTags: Operation = (call) => {
  const { facts } = findKey(call);
  const tags = Object.entries(facts.tags).map(([key, value]) => ({ key, value }));
  const project = facts.enterpriseProject ?? "0";
  return { tags, sys_tags: project === "0" ? [] : [{ key: "_sys_enterprise_project_id", value: project }], existTagsNum: tags.length };
};
