"use client";
import { useRef, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/words.tsx";
import { ROW_MEMBERS, type RowMember } from "#lib/model/row-members.ts";
import { ColumnRow } from "./column-row.tsx";
import { memberKey } from "./member-words.ts";
import { type Move, moveMember } from "./move-member.ts";

interface ColumnListProps {
  chosen: readonly RowMember[];
  onChosen: (chosen: readonly RowMember[]) => void;
}

/** Every member of a row: those that are shown first, in their order, then the others. */
export function ColumnList({ chosen, onChosen }: ColumnListProps) {
  const t = useWords();
  const [sought, setSought] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const nameOf = (member: RowMember) => t(memberKey(member));
  // In their order when the dialog opened, so that nothing jumps away from under the pointer at a tick.
  const [rest] = useState(() => ROW_MEMBERS.filter((member) => !chosen.includes(member)));
  const all = [...chosen, ...ROW_MEMBERS.filter((member) => !chosen.includes(member)).toSorted((a, b) => rest.indexOf(a) - rest.indexOf(b))];
  const found = all.filter((member) => nameOf(member).toLowerCase().includes(sought.trim().toLowerCase()));

  function move(member: RowMember, how: Move) {
    const next = moveMember(chosen, member, how);
    onChosen(next);
    announce(t("columns.place", { column: nameOf(member), place: next.indexOf(member) + 1, of: next.length }));
  }
  return (
    <>
      <TextInput
        type="search"
        aria-label={t("columns.search")}
        placeholder={t("columns.search")}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      <ul
        ref={list}
        aria-label={t("columns.list")}
        className="quiet-scroll my-2 h-[300px] overflow-auto rounded-control border border-line p-1 phone:h-[38dvh]"
      >
        {found.map((member) => (
          <ColumnRow
            key={member}
            name={nameOf(member)}
            isShown={chosen.includes(member)}
            isFirst={chosen[0] === member}
            isLast={chosen.at(-1) === member}
            onShown={(isShown) => onChosen(isShown ? [...chosen, member] : chosen.filter((other) => other !== member))}
            onMove={(how) => move(member, how)}
          />
        ))}
        {found.length === 0 && <li className="px-2 py-1 text-ink-3">{t("columns.no-match")}</li>}
      </ul>
    </>
  );
}
