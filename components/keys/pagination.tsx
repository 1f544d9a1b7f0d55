"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { follow } from "#components/ui/follow.ts";
import { Icon } from "#components/ui/icon.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { Sentence, useFormat, useWords } from "#components/ui/words.tsx";
import { PAGE_SIZES } from "#lib/query/query.ts";
import type { PageSize } from "#lib/query/query.ts";
import type { KeyView } from "./key-view.ts";
import { pageNumbers } from "./page-numbers.ts";
import { RefreshState } from "./refresh-state.tsx";

const STEP = "grid min-w-7 h-7 place-items-center rounded-control px-1 text-ink-2 hover:bg-sunken touch:min-w-11 touch:h-11";

interface PaginationProps {
  view: KeyView;
  /** null: not known. */
  total: number | null;
  isLoading: boolean;
  isPartial: boolean;
  shown: number;
  isFetching: boolean;
  /** When the rows came, ms since 1970. */
  updatedAt: number;
}

/** "1–50 of 1,042+", the page size and the pages. It stays, even for one page. */
export function Pagination({ view, total, isLoading, isPartial, shown, isFetching, updatedAt }: PaginationProps) {
  const t = useWords();
  const format = useFormat();
  const { query, href } = view;
  const pages = total === null ? 1 : Math.max(1, Math.ceil(total / query.size));
  const first = (query.page - 1) * query.size + 1;
  const to = (page: number) => href({ ...query, page, cursor: null });
  return (
    <footer className="flex h-[42px] shrink-0 items-center gap-2.5 border-t border-line bg-surface pr-2.5 pl-4 text-ink-2 phone:sticky phone:bottom-0 phone:z-10 phone:h-14 phone:pr-1.5 phone:pl-3.5">
      <p className="whitespace-nowrap">
        {total === null && t(isLoading ? (query.live ? "pages.asking" : "body.loading") : "pages.unknown")}
        {total !== null && shown === 0 && t("pages.total", { shown: format.count(total, isPartial) })}
        {total !== null && shown > 0 && (
          <Sentence text={t("pages.range", { first, last: first + shown - 1, shown: format.count(total, isPartial) })} strong="text-ink" />
        )}
      </p>
      <PageSizeSelect view={view} />
      <RefreshState isFetching={isFetching} updatedAt={updatedAt} />
      <span className="flex-1" />
      <nav aria-label={t("pages.label")} className="flex items-center gap-px print-hide">
        <StepLink icon={ChevronLeft} label={t("pages.previous")} keys="p [" href={query.page > 1 ? to(query.page - 1) : null} />
        {pageNumbers(query.page, pages).map((page, index) =>
          page === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: at most two gaps, always in the same places
            <span key={`gap-${index}`} className="min-w-7 text-center phone:hidden">
              …
            </span>
          ) : (
            <SoftLink
              key={page}
              href={to(page)}
              aria-label={t("pages.page", { page })}
              aria-current={page === query.page ? "page" : undefined}
              className={`${STEP} aria-[current]:bg-sunken aria-[current]:font-strong aria-[current]:text-ink phone:hidden`}
            >
              {page}
            </SoftLink>
          ),
        )}
        <StepLink icon={ChevronRight} label={t("pages.next")} keys="n ]" href={query.page < pages ? to(query.page + 1) : null} />
      </nav>
    </footer>
  );
}

function StepLink({ icon, label, keys, href }: { icon: LucideIcon; label: string; keys: string; href: string | null }) {
  if (!href) {
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: a link that leads nowhere is no stop
      <span role="link" aria-disabled="true" aria-label={label} className={`${STEP} pointer-events-none opacity-45`}>
        <Icon of={icon} size={16} />
      </span>
    );
  }
  return (
    <SoftLink href={href} aria-label={label} aria-keyshortcuts={keys} className={STEP}>
      <Icon of={icon} size={16} />
    </SoftLink>
  );
}

function PageSizeSelect({ view: { query, href } }: { view: KeyView }) {
  const t = useWords();
  return (
    <select
      aria-label={t("pages.size")}
      value={query.size}
      onChange={(event) => follow(href({ ...query, size: Number(event.target.value) as PageSize, page: 1, cursor: null }))}
      className="h-7 rounded-control bg-transparent pl-1 text-hint hover:bg-sunken phone:hidden print-hide"
    >
      {PAGE_SIZES.map((size) => (
        <option key={size} value={size} className="bg-raised text-ink">
          {t("pages.size.option", { size })}
        </option>
      ))}
    </select>
  );
}
