"use client";
import { Check, Minus } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { QueryField } from "#lib/query/fields.ts";
import type { FacetOption } from "../facet-options.ts";
import type { KeyView } from "../key-view.ts";
import { excludeValue, onlyValue } from "./join-filter.ts";

interface FacetToolsProps {
  view: KeyView;
  field: QueryField;
  option: FacetOption;
  /** They lie over the end of the row, or stand in it. */
  floats: boolean;
}

const LINK = "flex h-6 min-w-6 items-center justify-center rounded-token px-1.5 text-hint text-accent hover:underline touch:h-11 touch:px-2";

/** "Only" and "Exclude" of one value, as links. */
export function FacetTools({ view, field, option, floats }: FacetToolsProps) {
  const t = useWords();
  const { label, asFilter, mark, href } = option;
  const isOut = mark === "not";
  return (
    <span className={`flex shrink-0 ${floats ? "absolute inset-y-0 right-0 rounded-token bg-sunken" : ""}`}>
      <SoftLink href={view.href(onlyValue(view.query, field, asFilter))} aria-label={t("facet.only.label", { label })} className={LINK}>
        {t("facet.only")}
      </SoftLink>
      <SoftLink
        href={isOut ? href : view.href(excludeValue(view.query, field, asFilter))}
        aria-label={t(isOut ? "facet.include.label" : "facet.exclude.label", { label })}
        title={t(isOut ? "facet.include" : "facet.exclude")}
        className={LINK}
      >
        {floats ? <Icon of={isOut ? Check : Minus} /> : t(isOut ? "facet.include" : "facet.exclude")}
      </SoftLink>
    </span>
  );
}
