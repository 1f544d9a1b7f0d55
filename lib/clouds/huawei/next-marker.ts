import type { HuaweiAnswer } from "./read-answer.ts";
import { textOf } from "./text-of.ts";
import { flagOf } from "./words.ts";

/**
 * `truncated` is text ("false" is truthy) and `next_marker` an offset. A list ends when both say so; public clients trust one or the other, so where
 * they contradict each other nobody knows whether there is more.
 * @throws CloudError `protocol`
 */
export function nextMarker(answer: HuaweiAnswer, marker: string | null, count: number): string | null {
  const body = answer.object();
  const isMore = flagOf(body.truncated);
  const next = textOf(body.next_marker) ?? "";
  if (isMore === undefined || isMore !== (next !== ""))
    throw answer.unreadable("paging_contradicts", "The cloud says both that there are more and that there are not.");
  if (!isMore) return null;
  if (count === 0) throw answer.unreadable("page_empty", "The cloud says that there are more and lists none.");
  if (next === marker) throw answer.unreadable("page_token_repeated", "The cloud gave the page token that was sent.");
  return next;
}
