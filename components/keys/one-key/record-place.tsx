"use client";
import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import { PageLink } from "#components/ui/page-link.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import type { KeyQuery } from "#lib/query/query.ts";
import { keyView } from "../key-view.ts";

/** Where a key is shown: beside the table, whose view its links narrow, or on a page of its own, whose links begin a new view. */
export interface RecordPlace {
  query: KeyQuery;
  href: (next: KeyQuery) => string;
  isPage: boolean;
}

const Place = createContext<RecordPlace>({ ...keyView(""), isPage: true });

export function RecordPlaceProvider({ place, children }: { place: RecordPlace; children: ReactNode }) {
  return <Place value={place}>{children}</Place>;
}

export const useRecordPlace = (): RecordPlace => useContext(Place);

/** A link to a view of the table: from beside it the page follows, from elsewhere it is another page. */
export function ViewLink({ to, label, children }: { to: (query: KeyQuery) => KeyQuery; label: string; children: ReactNode }) {
  const { query, href, isPage } = useRecordPlace();
  const Link = isPage ? PageLink : SoftLink;
  return (
    <Link href={href(to(query))} aria-label={label} className="rounded-token text-accent hover:underline">
      {children}
    </Link>
  );
}
