"use client";
import { X } from "lucide-react";
import type { MouseEvent } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { isOwnClick, SoftLink } from "#components/ui/soft-link.tsx";
import { useWords } from "#components/ui/words.tsx";
import type { EditedPart } from "./filter-editor/editing.ts";

const SHAPE = "inline-flex h-6 shrink-0 items-center rounded-token text-token whitespace-nowrap phone:h-9";
const CUT = "grid h-6 w-6 place-items-center text-ink-3 hover:text-ink phone:h-9 phone:w-8";

interface FilterTokenProps {
  field: string;
  operator: string;
  values: string;
  /** The address with the opposite operator. */
  turned: string;
  removed: string;
  /** Opens its editor at the part that was pressed. Without it, or without JavaScript, the operator turns the filter around. */
  onEdit?: (part: EditedPart, anchor: HTMLElement) => void;
}

/** One filter as a sentence: each part of it opens its editor, its cross takes it away. */
export function FilterToken({ field, operator, values, turned, removed, onEdit }: FilterTokenProps) {
  const t = useWords();
  const edits = (part: EditedPart) => onEdit && { type: "button" as const, onClick: (event: MouseEvent<HTMLElement>) => onEdit(part, event.currentTarget) };
  const Part = onEdit ? "button" : "span";
  return (
    <span className={`${SHAPE} max-w-full bg-accent-soft`}>
      <Part {...edits("field")} tabIndex={onEdit && -1} className="h-full content-center pl-[7px] text-ink-2">
        {field}
      </Part>
      <SoftLink
        href={turned}
        title={onEdit ? undefined : t("token.turn")}
        role={onEdit && "button"}
        onClick={(event) => {
          if (!onEdit || isOwnClick(event)) return;
          event.preventDefault();
          onEdit("operator", event.currentTarget);
        }}
        className="grid h-full min-w-6 place-items-center px-1 text-accent hover:underline"
      >
        {operator}
      </SoftLink>
      <Part
        {...edits("values")}
        title={values}
        aria-label={onEdit && t("edit.open", { field, operator, values })}
        className="h-full min-w-6 content-center max-w-[280px] truncate font-strong"
      >
        {values}
      </Part>
      <SoftLink href={removed} aria-label={t("token.remove", { field, operator, values })} className={CUT}>
        <Icon of={X} size={11} />
      </SoftLink>
    </span>
  );
}

/** A part of the link that was not understood: struck through, and still there. */
export function FaultToken({ field, value, removed }: { field: string; value: string; removed: string }) {
  const t = useWords();
  return (
    <span className={`${SHAPE} max-w-full border border-warn text-warn`}>
      <s className="max-w-[280px] truncate pl-1.5">
        {field} = <b>{value}</b>
      </s>
      <SoftLink href={removed} aria-label={t("token.remove-fault", { field, value })} className={CUT}>
        <Icon of={X} size={11} />
      </SoftLink>
    </span>
  );
}
