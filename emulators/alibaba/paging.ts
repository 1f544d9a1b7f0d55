import { mostRows, VendorError } from "../exchange.ts";
import type { AlibabaCall } from "./call.ts";

/** PageNumber/PageSize paging: default 10, at most 100, and never more than the emulator's cap. */
export function paginate<T>(call: AlibabaCall, all: readonly T[], defaultSize = 10): { page: T[]; PageNumber: number; PageSize: number; TotalCount: number } {
  const asked = wholeNumber(call, "PageSize", defaultSize);
  if (asked > 100) throw new VendorError(400, "InvalidParameter", "The specified parameter PageSize is not valid.");
  const PageSize = Math.min(asked, call.house.pageSize, mostRows(call.twist));
  const PageNumber = wholeNumber(call, "PageNumber", 1);
  const served = call.twist === "repeat-page" && PageNumber > 1 ? PageNumber - 1 : PageNumber;
  const page = call.twist === "drop-page" ? [] : all.slice((served - 1) * PageSize, served * PageSize);
  return { page, PageNumber, PageSize, TotalCount: all.length };
}

function wholeNumber(call: AlibabaCall, name: string, otherwise: number): number {
  const text = call.params.get(name);
  if (text === null || text === "") return otherwise;
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw new VendorError(400, "InvalidParameter", `The specified parameter ${name} is not valid.`);
  return Number(text);
}
