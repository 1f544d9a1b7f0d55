"use client";
import { type ReactNode, useRef } from "react";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { KeyRow as Row } from "#lib/model/key.ts";
import type { Preferences } from "#lib/model/preferences.ts";
import type { RowMember } from "#lib/model/row-members.ts";
import type { KeyQuery } from "#lib/query/query.ts";
import type { Translate } from "#lib/words/translate.ts";
import { chosenColumns, tableWidth } from "./columns/chosen-columns.ts";
import type { ColumnEdge } from "./columns/column-edge.tsx";
import { columnsOf } from "./key-columns.ts";
import { KeyRow } from "./key-row.tsx";
import type { KeyView } from "./key-view.ts";
import { ariaSort, PlainHead, SortLink } from "./sort-link.tsx";
import { useDrawnRows } from "./use-drawn-rows.ts";
import { fieldWords, inSentence } from "./words.ts";

interface KeyTableProps {
  view: KeyView;
  rows: readonly Row[];
  /** What somebody chose; null: what fits. */
  chosen: readonly RowMember[] | null;
  /** Of the chosen columns; px. */
  widths: Preferences["widths"];
  /** What a column is made wider by, once it is there. */
  Edge?: typeof ColumnEdge;
  /** The rows are those of the view before: they are dimmed, after 200 ms. */
  isOld: boolean;
  /** What stands in the body in place of rows. */
  children?: ReactNode;
}

/** "Keys, sorted by state, descending". */
export const tableCaption = ({ field, descending }: KeyQuery["sort"], t: Translate): string =>
  t(descending ? "keys.caption.down" : "keys.caption", { field: inSentence(fieldWords(field, t)) });

export function KeyTable({ view, rows, chosen, widths, Edge, isOld, children }: KeyTableProps) {
  const { query, href } = view;
  const columns = chosen ? chosenColumns(chosen, widths) : columnsOf(query);
  const t = useWords();
  const { zone } = useFormat();
  const scroller = useRef<HTMLElement>(null);
  // An open key leads from row to row by keyboard: none of them may be missing.
  const drawn = useDrawnRows(rows, scroller, query.key !== null);
  return (
    <section
      ref={scroller}
      aria-label={t("keys.table")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="quiet-scroll @container relative min-h-0 flex-1 overflow-auto scroll-pt-8 focus-visible:outline-offset-[-2px] print-flow"
    >
      <table
        className={`key-table ${chosen ? "is-wide" : ""}`}
        width={chosen ? tableWidth(columns, widths) : undefined}
        aria-busy={isOld || drawn.length < rows.length}
      >
        <caption className="sr-only">{tableCaption(query.sort, t)}</caption>
        <colgroup>
          <col />
          {columns.map(({ id, col, width }) => (
            <col key={id} className={col} width={width} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" aria-sort={ariaSort(query.sort, "alias")}>
              <SortLink view={view} field="alias" head={t("column.key")} />
              {Edge && <Edge name="key" columns={columns} isChosen={chosen !== null} />}
            </th>
            {columns.map(({ id, sort, head, aside, cell }) => (
              <th key={id} scope="col" aria-sort={sort && ariaSort(query.sort, sort)} className={cell.replace(/c-\w+/, "")}>
                {sort ? <SortLink view={view} field={sort} head={t(head)} aside={aside && zone} /> : <PlainHead head={t(head)} aside={aside && zone} />}
                {Edge && <Edge name={id} columns={columns} isChosen={chosen !== null} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={`transition-opacity ${isOld ? "opacity-60 delay-200" : ""}`}>
          {drawn.map((row) => (
            <KeyRow key={row.ref} row={row} columns={columns} href={href({ ...query, key: row.ref })} isOpen={row.ref === query.key} />
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}
