"use client";
import { Check, Minus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { QueryField } from "#lib/query/fields.ts";
import type { FacetOption } from "./facet-options.ts";
import type { KeyView } from "./key-view.ts";

const FacetTools = lazy(() => import("./filter-editor/facet-tools.tsx").then((module) => ({ default: module.FacetTools })));

/** So many values are shown at first. */
const SHORT = 8;

interface Place {
  view: KeyView;
  field: QueryField;
  inSheet: boolean;
}

/** One value: a real link that ticks or unticks it. What else can be done with it shows where the pointer or the focus is. */
function FacetRow({ option, view, field, inSheet }: Place & { option: FacetOption }) {
  const t = useWords();
  const [isNear, setNear] = useState(false);
  const format = useFormat();
  const { label, count, mark, href, isPartial, isDark } = option;
  const box = { on: "border-accent-fill bg-accent-fill text-on-accent", not: "border-accent bg-surface text-accent", off: "border-control bg-surface" }[mark];
  const shown = format.count(count, isPartial);
  return (
    <li
      className="relative flex"
      onPointerEnter={() => setNear(true)}
      onPointerLeave={({ currentTarget }) => setNear(currentTarget.querySelector(":focus-visible") !== null)}
      onFocus={() => setNear(true)}
      onBlur={({ currentTarget, relatedTarget }) => setNear(currentTarget.contains(relatedTarget))}
    >
      <SoftLink
        href={href}
        role="checkbox"
        aria-checked={mark === "on"}
        aria-label={t(mark === "not" ? "facet.value.not" : "facet.value", { label, shown })}
        onKeyDown={(event) => {
          if (event.key !== " ") return;
          event.preventDefault();
          event.currentTarget.click();
        }}
        onClick={() => announce(t(mark === "off" ? "facet.added" : "facet.removed", { label }))}
        className="flex h-6 min-w-0 flex-1 items-center gap-2 rounded-token pr-1 hover:bg-sunken touch:h-11"
      >
        <span className={`grid size-3.5 shrink-0 place-items-center rounded-[3.5px] border forced-edge ${box}`}>
          {mark !== "off" && <Icon of={mark === "on" ? Check : Minus} size={10} className="[stroke-width:4]" />}
        </span>
        <span className={`min-w-0 flex-1 truncate ${count === 0 ? "text-ink-3" : ""}`} title={label}>
          {label}
        </span>
        {isDark && <span title={t("facet.unread")} className="hatch -mr-0.5 size-2.5 shrink-0 rounded-[2px] border border-warn text-warn" />}
        <span className="text-hint text-ink-3">{shown}</span>
      </SoftLink>
      <Suspense>{(isNear || inSheet) && <FacetTools view={view} field={field} option={option} floats={!inSheet} />}</Suspense>
    </li>
  );
}

/** One field of the rail: its values with their counts. */
export function FacetGroup({ title, options, cleared, ...place }: Place & { title: string; options: readonly FacetOption[]; cleared: string | null }) {
  const t = useWords();
  const [isLong, setLong] = useState(false);
  const [find, setFind] = useState("");
  const [isByName, setByName] = useState(false);
  const matching = options.filter(({ label }) => label.toLowerCase().includes(find.toLowerCase()));
  const found = isByName ? matching.sort((a, b) => a.label.localeCompare(b.label)) : matching;
  const shown = isLong || find ? found : found.filter((option, index) => index < SHORT || option.mark !== "off");
  const hidden = found.length - shown.length;
  return (
    <div role="group" aria-label={title} className="border-line pt-2 pr-2 pb-1.5 pl-4 not-first:border-t">
      <div className="flex h-6 items-center">
        <h2 className="text-hint font-strong text-ink-2">{title}</h2>
        {cleared && (
          <SoftLink
            href={cleared}
            aria-label={t("filter.clear.one", { field: title })}
            className="ml-auto flex h-6 items-center rounded-token px-1 text-second text-accent hover:underline"
          >
            {t("filter.clear")}
          </SoftLink>
        )}
      </div>
      {options.length > SHORT && (
        <div className="mb-0.5 flex gap-1">
          <input
            type="search"
            aria-label={t("facet.find", { field: title })}
            placeholder={t("facet.find", { field: title })}
            value={find}
            onChange={(event) => setFind(event.target.value)}
            className="h-6 min-w-0 flex-1 rounded-token border border-control bg-surface px-1.5 text-hint touch:h-11 touch:text-field"
          />
          <button
            type="button"
            aria-label={t("facet.sort", { field: title })}
            aria-pressed={isByName}
            onClick={() => setByName(!isByName)}
            className="h-6 rounded-token px-1 text-hint text-ink-2 hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent touch:h-11 touch:px-3"
          >
            {t("facet.by-name")}
          </button>
        </div>
      )}
      <ul>
        {shown.map((option) => (
          <FacetRow key={option.value} option={option} {...place} />
        ))}
      </ul>
      {shown.length === 0 && <p className="text-hint text-ink-3">{t("facet.none")}</p>}
      {(hidden > 0 || isLong) && (
        <button
          type="button"
          aria-expanded={isLong}
          onClick={() => setLong(!isLong)}
          className="h-6 pl-[22px] text-hint text-accent hover:underline touch:h-11"
        >
          {isLong ? t("facet.fewer") : t("facet.more", { count: hidden })}
        </button>
      )}
    </div>
  );
}
