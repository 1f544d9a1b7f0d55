"use client";
import { TriangleAlert, X } from "lucide-react";
import { countOf } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ICON_BUTTON } from "#components/ui/icon-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import type { Facets } from "#lib/model/answers.ts";
import { unknownWords } from "#lib/query/unknown-words.ts";
import { hrefOf } from "./key-view.ts";
import type { KeyView } from "./key-view.ts";

/** Each part of the link that was not understood, by name; the rest applies, and nothing is widened in silence. */
export function LinkNotice({ view, facets }: { view: KeyView; facets: Facets }) {
  const { query, faults } = view;
  const strange = unknownWords(query, (field) => (facets[field] ?? []).map(({ value }) => value));
  const all = [...faults, ...strange];
  if (all.length === 0) return null;
  return (
    <Notice
      tone="warn"
      icon={TriangleAlert}
      role="status"
      title={`${countOf(all.length, "part")} of this link ${all.length === 1 ? "was" : "were"} not understood`}
      className="mx-4 mb-2.5 phone:mx-3.5"
      action={
        faults.length > 0 && (
          <SoftLink replace href={hrefOf(query)} aria-label="Dismiss" className={ICON_BUTTON}>
            <Icon of={X} />
          </SoftLink>
        )
      }
    >
      {all.map(({ message }) => `${message}. `)}
      {query.filters.length > 0 && "The other filters apply."}
    </Notice>
  );
}
