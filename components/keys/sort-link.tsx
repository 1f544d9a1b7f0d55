"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import type { QueryField } from "#lib/query/fields.ts";
import type { KeyQuery } from "#lib/query/query.ts";
import type { KeyView } from "./key-view.ts";

const DEFAULT_SORT: KeyQuery["sort"] = { field: "alias", descending: false };

/** Ascending, descending, then back to the default order. */
function nextSort(sort: KeyQuery["sort"], field: QueryField): KeyQuery["sort"] {
  if (sort.field !== field) return { field, descending: false };
  if (!sort.descending) return { field, descending: true };
  return DEFAULT_SORT;
}

export const ariaSort = (sort: KeyQuery["sort"], field: QueryField) => (sort.field !== field ? undefined : sort.descending ? "descending" : "ascending");

/** The words of a column's head, and the zone of its times: "Created UTC", or the city below. */
export function PlainHead({ head, aside }: { head: string; aside?: string }) {
  if (!aside) return head;
  const city = aside.replace(/^.*\//, "").replaceAll("_", " ");
  return (
    <span className={aside === city ? "flex items-center gap-[inherit]" : "leading-[14px]"}>
      {head}{" "}
      <span title={aside} className={`text-id font-normal text-ink-3 ${aside === city ? "" : "block leading-[13px]"}`}>
        {city}
      </span>
    </span>
  );
}

/** A column's head: sorts by it, page 1. */
export function SortLink({ view, field, head, aside }: { view: KeyView; field: QueryField; head: string; aside?: string }) {
  const { query, href } = view;
  const isSorted = query.sort.field === field;
  return (
    <SoftLink href={href({ ...query, sort: nextSort(query.sort, field), page: 1, cursor: null })}>
      <PlainHead head={head} aside={aside} />
      {isSorted && <Icon of={query.sort.descending ? ArrowDown : ArrowUp} size={12} />}
    </SoftLink>
  );
}
