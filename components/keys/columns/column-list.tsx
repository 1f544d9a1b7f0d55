"use client";
import { useRef, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { Preferences, WidthName } from "#lib/model/preferences.ts";
import { ROW_MEMBERS, type RowMember } from "#lib/model/row-members.ts";
import { usualWidth } from "./chosen-columns.ts";
import { ColumnRow } from "./column-row.tsx";
import { memberKey } from "./member-words.ts";
import { type Move, moveMember } from "./move-member.ts";
import { WidthField } from "./width-field.tsx";

interface ColumnListProps {
  chosen: readonly RowMember[];
  widths: Preferences["widths"];
  onChosen: (chosen: readonly RowMember[]) => void;
  onWidth: (name: WidthName, px: number | null) => void;
}

/** Every member of a row: those that are shown first, in their order, then the others. */
export function ColumnList({ chosen, widths, onChosen, onWidth }: ColumnListProps) {
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
      <p aria-hidden="true" className="mt-2 mr-[116px] text-right text-second text-ink-3 phone:hidden">
        {t("columns.widths")}
      </p>
      <ul
        ref={list}
        aria-label={t("columns.list")}
        className="quiet-scroll mt-0.5 mb-2 h-[336px] overflow-auto rounded-control border border-line p-1 phone:mt-2 phone:h-[38dvh]"
      >
        <li className="flex min-h-7 items-center gap-0.5 pl-1.5 touch:min-h-11">
          <span className="min-w-0 flex-1 pl-[22px] text-ink-2 touch:pl-7">{t("columns.key")}</span>
          <WidthField
            label={t("columns.width", { column: t("column.key") })}
            value={widths?.key ?? null}
            usual={usualWidth("key")}
            onChange={(px) => onWidth("key", px)}
          />
          <span className="w-[102px] shrink-0 phone:hidden" />
        </li>
        {found.map((member) => (
          <ColumnRow
            key={member}
            name={nameOf(member)}
            isShown={chosen.includes(member)}
            isFirst={chosen[0] === member}
            isLast={chosen.at(-1) === member}
            onShown={(isShown) => onChosen(isShown ? [...chosen, member] : chosen.filter((other) => other !== member))}
            width={widths?.[member] ?? null}
            usualWidth={usualWidth(member)}
            onWidth={(px) => onWidth(member, px)}
            onMove={(how) => move(member, how)}
          />
        ))}
        {found.length === 0 && <li className="px-2 py-1 text-ink-3">{t("columns.no-match")}</li>}
      </ul>
    </>
  );
}
