"use client";
import { TriangleAlert, X } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { ICON_BUTTON } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useLanguage, useWords } from "#components/ui/words.tsx";
import { short } from "#lib/query/fault.ts";
import type { QueryFault } from "#lib/query/query.ts";
import { hrefOf } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";

interface LinkNoticeProps {
  view: KeyView;
  /** Parts of the link that mean nothing, or words that nobody uses. */
  notUnderstood: readonly QueryFault[];
  /** A page past the end that the link asked for; the last one is shown. */
  missedPage: number | null;
}

/** Each part of the link that was not understood, by name; the rest applies, and nothing is widened in silence. */
export function LinkNotice({ view, notUnderstood, missedPage }: LinkNoticeProps) {
  const t = useWords();
  const language = useLanguage();
  // In English the grammar's own words are the more exact ones.
  const wordsOf = ({ field, value, reason, message }: QueryFault) =>
    language === "en" ? `${message}. ` : t(`fault.${reason}`, { field, value: short(value) });
  const { query, faults } = view;
  const strange = notUnderstood.length - faults.length;
  return (
    <Notice
      tone="warn"
      icon={TriangleAlert}
      role="status"
      title={notUnderstood.length === 0 ? t("body.no-page", { page: missedPage ?? 0 }) : t("link.faults", { count: notUnderstood.length })}
      className="mx-4 mb-2.5 phone:mx-3.5"
      action={
        faults.length > 0 && (
          <SoftLink replace href={hrefOf(query)} aria-label={t("ui.dismiss")} className={ICON_BUTTON}>
            <Icon of={X} />
          </SoftLink>
        )
      }
    >
      {missedPage !== null && t("link.last", { page: query.page })}
      {notUnderstood.map(wordsOf)}
      {notUnderstood.length > 0 && query.filters.length > strange && t("link.others")}
    </Notice>
  );
}
