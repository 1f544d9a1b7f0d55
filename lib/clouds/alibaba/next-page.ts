import { Refusal } from "../../model/refusal.ts";
import type { AlibabaAnswer } from "./client.ts";
import { countOf } from "./rows-of.ts";

/** API metadata: PageSize 1 to 100, default 10. */
export const MOST_PER_PAGE = 100;

/** @throws Refusal `invalid_query` for a token that no page of this cloud gave */
export function pageNumber(token: string | null | undefined): number {
  if (token === null || token === undefined) return 1;
  if (!/^[1-9]\d{0,6}$/.test(token)) throw new Refusal("invalid_query", "This is not a page token of this cloud.", "pageToken");
  return Number(token);
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
