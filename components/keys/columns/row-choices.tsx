"use client";
import type { ReactNode } from "react";
import { Segmented } from "#components/ui/segmented.tsx";
import { useWords } from "#components/ui/words.tsx";
import { PAGE_SIZES } from "#lib/query/query.ts";
import type { TableChoice } from "./keep-choice.ts";

interface RowChoicesProps {
  choice: TableChoice;
  onChoice: (change: Partial<TableChoice>) => void;
}

/** How the rows look, and how many of them stand on a page. */
export function RowChoices({ choice, onChoice }: RowChoicesProps) {
  const t = useWords();
  return (
    <>
      <div className="phone:hidden">
        <p className="mb-1 font-strong">{t("columns.density")}</p>
        <Segmented
          label={t("columns.density")}
          value={choice.density ?? "comfortable"}
          options={[
            { value: "comfortable", label: t("keys.comfortable") },
            { value: "compact", label: t("keys.compact") },
          ]}
          onChange={(density) => onChoice({ density })}
        />
        <div className="mt-1.5">
          <Tick isOn={choice.wrap ?? false} onChange={(wrap) => onChoice({ wrap })}>
            {t("columns.wrap")}
          </Tick>
          <Tick isOn={choice.stripes ?? false} onChange={(stripes) => onChoice({ stripes })}>
            {t("columns.stripes")}
          </Tick>
          <Tick isOn={choice.stickyFirst ?? true} onChange={(stickyFirst) => onChoice({ stickyFirst })}>
            {t("columns.sticky")}
          </Tick>
        </div>
      </div>
      <div>
        <p className="mb-1 font-strong">{t("columns.size")}</p>
        <Segmented
          label={t("columns.size")}
          value={`${choice.pageSize ?? 50}`}
          options={PAGE_SIZES.map((one) => ({ value: `${one}`, label: `${one}` }))}
          onChange={(value) => onChoice({ pageSize: Number(value) })}
        />
        <p className="mt-1 text-hint text-ink-3">{t("columns.size.hint")}</p>
      </div>
    </>
  );
}

function Tick({ isOn, onChange, children }: { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode }) {
  return (
    <label className="flex min-h-7 items-center gap-2">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} className="size-3.5 shrink-0 accent-accent-fill" />
      {children}
    </label>
  );
}
