"use client";
import { X } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useWords } from "#components/ui/words.tsx";

const SHAPE = "inline-flex h-6 shrink-0 items-center rounded-token text-token whitespace-nowrap phone:h-9";
const CUT = "grid h-6 w-[22px] place-items-center text-ink-3 hover:text-ink phone:h-9 phone:w-8";

interface FilterTokenProps {
  field: string;
  operator: string;
  values: string;
  /** The address with the opposite operator. */
  turned: string;
  removed: string;
}

/** One filter as a sentence: its operator turns it around, its cross takes it away. */
export function FilterToken({ field, operator, values, turned, removed }: FilterTokenProps) {
  const t = useWords();
  return (
    <span className={`${SHAPE} max-w-full bg-accent-soft`}>
      <span className="pl-[7px] text-ink-2">{field}</span>
      <SoftLink href={turned} title={t("token.turn")} className="px-1 text-accent hover:underline">
        {operator}
      </SoftLink>
      <b className="max-w-[280px] truncate" title={values}>
        {values}
      </b>
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
