import { Refusal } from "../../model/refusal.ts";
import type { AlibabaAnswer } from "./client.ts";
import { PUSHED_DOWN } from "./filters.ts";
import { countOf } from "./rows-of.ts";

/** API metadata: PageSize 1 to 100, default 10. */
export const MOST_PER_PAGE = 100;

/**
 * Our page token of ListKeys: the page, and the filter fields that the listing does without: `2`, `2-alias-tag`.
 * @throws Refusal `invalid_query` for a token that no page of this cloud gave
 */
export function parsePageToken(token: string | null | undefined): { page: number; without: string[] } {
  const [page = "", ...without] = (token ?? "1").split("-");
  if (!/^[1-9]\d{0,6}$/.test(page) || !without.every((field) => PUSHED_DOWN.includes(field)))
    throw new Refusal("invalid_query", "This is not a page token of this cloud.", "pageToken");
  return { page: Number(page), without };
}

export function formatPageToken(page: number, without: readonly string[]): string {
  return [page, ...without].join("-");
}

export function checkPageSize(size: number): number {
  if (!Number.isInteger(size) || size < 1 || size > MOST_PER_PAGE)
    throw new Refusal("invalid_query", `A page of this cloud holds 1 to ${MOST_PER_PAGE} rows.`, "pageSize");
  return size;
}

/**
 * The number of the page after this one, or null at the end: an empty page, or a page shorter than the PageSize that the answer names once
 * the rows seen have reached its TotalCount. Neither sign is enough alone: the server may page smaller than asked, and totals drift.
 */
export function nextPage(answer: AlibabaAnswer, at: { page: number; rows: number; seen: number }): number | null {
  const named = countOf(answer, "PageNumber");
  if (named !== null && named !== at.page) throw answer.unreadable("page_contradicts", `Page ${at.page} was asked for and page ${named} came.`);
  if (at.rows === 0) return null;
  const size = countOf(answer, "PageSize");
  const total = countOf(answer, "TotalCount");
  const isLast = size !== null && total !== null && at.rows < size && at.seen + at.rows >= total;
  return isLast ? null : at.page + 1;
}
