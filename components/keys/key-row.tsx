"use client";
import { memo } from "react";
import { isOwnClick, SoftLink } from "#components/ui/soft-link.tsx";
import type { KeyRow as Row } from "#lib/model/key.ts";
import { useWords } from "#components/ui/words.tsx";
import type { KeyColumn } from "./key-columns.ts";
import { KeyName } from "./key-name.tsx";

/** One key. The name is the link; a click anywhere else in the row follows it, unless text was being selected. */
export const KeyRow = memo(function KeyRow({ row, columns, href, isOpen }: { row: Row; columns: readonly KeyColumn[]; href: string; isOpen: boolean }) {
  return (
    <tr
      className="key-row cursor-default"
      data-open={isOpen || undefined}
      data-gone={row.presence === "gone" || undefined}
      onClick={(event) => {
        if (event.defaultPrevented || isOwnClick(event) || window.getSelection()?.toString()) return;
        event.currentTarget.querySelector("a")?.click();
      }}
    >
      <th scope="row" className="c-key">
        <SoftLink href={href} id={`key-${row.ref}`} aria-current={isOpen || undefined} className="key-name" title={row.alias ?? undefined}>
          <KeyName row={row} />
        </SoftLink>
        <span className="second mono key-id" title={row.keyId}>
          {row.keyId}
        </span>
      </th>
      <Cells row={row} columns={columns} />
    </tr>
  );
});

/** Apart from the row, since a click on a facet changes every row's link and no cell. */
const Cells = memo(function Cells({ row, columns }: { row: Row; columns: readonly KeyColumn[] }) {
  const t = useWords();
  return columns.map((column) => (
    <td key={column.id} className={column.look ? `${column.cell} ${column.look}` : column.cell}>
      {column.render(row, t)}
    </td>
  ));
});
