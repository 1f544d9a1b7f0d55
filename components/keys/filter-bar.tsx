"use client";
import { ListFilter } from "lucide-react";
import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeysAnswer } from "#lib/model/answers.ts";
import { withFilter, withoutFilter, withoutFilters } from "#lib/query/edit-query.ts";
import type { FacetNames } from "./facet-options.ts";
import type { Editing } from "./filter-editor/editing.ts";
import { FaultToken, FilterToken } from "./filter-token.tsx";
import { hrefOf } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";
import { SearchField } from "./search-field.tsx";
import { tokenWords } from "./token-words.ts";

const TokenEditor = lazy(() => import("./filter-editor/token-editor.tsx").then((module) => ({ default: module.TokenEditor })));

/** So many tokens are shown at first: two lines of them. */
const SHORT = 8;

interface FilterBarProps {
  view: KeyView;
  answer: KeysAnswer | undefined;
  names: FacetNames;
  /** "1,042+ matches". */
  hits: ReactNode;
  /** Opens the filters where the rail has no room. */
  opener: ReactNode;
}

/** One field that holds the filters as sentences and the search; without JavaScript it is a form. */
export function FilterBar({ view, answer, names, hits, opener }: FilterBarProps) {
  const t = useWords();
  const format = useFormat();
  const { query, faults, href } = view;
  const [editing, setEditing] = useState<Editing | null>(null);
  const [isLong, setLong] = useState(false);
  const stopEditing = useCallback(() => setEditing(null), []);
  const isFiltered = query.filters.length > 0 || query.judged !== "yes" || query.live || faults.length > 0;
  const tokens: ReactNode[] = [
    ...query.filters.map((filter) => (
      <FilterToken
        key={filter.field}
        {...tokenWords(filter, { t, format, name: (id, field) => names.label(field, id) })}
        turned={href(withFilter(query, { ...filter, negated: !filter.negated }))}
        removed={href(withoutFilter(query, filter.field))}
        onEdit={(part, anchor) => setEditing({ from: filter, part, anchor })}
      />
    )),
    query.judged === "undecided" && (
      <FilterToken
        key="judged"
        field={t("token.shown")}
        operator={t("token.shown.are")}
        values={t("token.shown.undecided")}
        turned={href({ ...query, judged: "yes", page: 1 })}
        removed={href({ ...query, judged: "yes", page: 1 })}
      />
    ),
    query.live && (
      <FilterToken
        key="live"
        field={t("token.rows")}
        operator={t("token.rows.asked")}
        values={t("token.rows.clouds")}
        turned={href({ ...query, live: false })}
        removed={href({ ...query, live: false })}
      />
    ),
    ...faults.map((fault) => (
      <FaultToken
        key={`fault ${fault.field}=${fault.value}`}
        field={fault.field}
        value={fault.value}
        removed={hrefOf(
          query,
          faults.filter((other) => other !== fault),
        )}
      />
    )),
  ].filter(Boolean);
  const hidden = tokens.length - SHORT;
  return (
    <>
      <form action="/keys" className={`flex flex-wrap items-center gap-2 border-b border-line px-4 pb-2.5 phone:px-3.5 ${isFiltered ? "" : "print-hide"}`}>
        <div className="relative flex min-h-[34px] min-w-0 flex-1 flex-wrap items-center gap-[5px] rounded-control border border-control bg-surface py-[3px] pr-1 pl-[9px] has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-1 has-[input:focus-visible]:outline-focus phone:min-h-11 phone:h-11 phone:basis-full phone:flex-nowrap phone:py-0 phone:pl-3">
          <Icon of={ListFilter} className="text-ink-3 print-hide" />
          <span className="contents phone:hidden">
            {tokens.slice(0, SHORT)}
            <span className={isLong ? "contents" : "hidden print:contents"}>{tokens.slice(SHORT)}</span>
            {hidden > 0 && (
              <button
                type="button"
                aria-expanded={isLong}
                onClick={() => setLong(!isLong)}
                className="h-6 px-1 text-hint text-accent hover:underline print-hide"
              >
                {isLong ? t("facet.fewer") : t("facet.more", { count: hidden })}
              </button>
            )}
          </span>
          <SearchField view={view} answer={answer} names={names} onEdit={setEditing} />
          <HiddenFields view={view} />
        </div>
        <div className="contents phone:flex phone:w-full phone:items-center phone:gap-1.5 phone:overflow-x-auto phone:p-0.5 phone:-m-0.5 phone:[scrollbar-width:none]">
          <span className="contents print-hide">{opener}</span>
          <span className="hidden shrink-0 gap-1.5 phone:flex">{tokens}</span>
        </div>
        {hits && <span className="flex items-center gap-1 whitespace-nowrap text-ink-2 phone:flex-wrap phone:whitespace-normal">{hits}</span>}
        {isFiltered && (
          <SoftLink
            href={hrefOf({ ...withoutFilters(query), live: false })}
            className="rounded-control px-2 py-1 text-hint text-ink-2 hover:bg-sunken hover:text-ink phone:py-3 print-hide"
          >
            {t("filter.clear.all")}
          </SoftLink>
        )}
      </form>
      <Suspense>{editing && <TokenEditor view={view} answer={answer} names={names} editing={editing} onClose={stopEditing} />}</Suspense>
    </>
  );
}

/** The rest of the view, for the form without JavaScript. */
function HiddenFields({ view }: { view: KeyView }) {
  const address = view.href({ ...view.query, page: 1, cursor: null });
  const params = [...new URLSearchParams(address.split("?")[1] ?? "")].filter(([name]) => name !== "q");
  return params.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
