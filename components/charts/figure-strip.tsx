"use client";
import type { LucideIcon } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { PageLink } from "#components/ui/page-link.tsx";

export interface Figure {
  name: string;
  shown: string;
  note: string;
  href: string;
  icon?: LucideIcon | null;
}

/** One bordered strip of figures with hairlines between; each is a link. `unit` is heard behind the number. */
export function FigureStrip({ figures, unit }: { figures: readonly Figure[]; unit: string }) {
  return (
    <ul className="mb-3.5 grid grid-cols-2 overflow-hidden rounded-card border border-line bg-line gap-px md:grid-cols-3 xl:grid-cols-6">
      {figures.map(({ name, shown, note, href, icon }) => (
        <li key={name} className="min-w-0 bg-surface">
          <PageLink href={href} className="block h-full px-3.5 py-3 -outline-offset-2 hover:bg-hover">
            <span className="flex items-center gap-1.5 text-token text-ink-2">
              {icon && <Icon of={icon} size={14} className="text-danger" />}
              {name}
            </span>{" "}
            <span className="figure block font-strong">
              {shown.replace("+", "")}
              {shown.endsWith("+") && <span className="font-normal text-ink-3">+</span>}
              <span className="sr-only"> {unit}</span>
            </span>{" "}
            <span className="block text-hint text-ink-3">{note}</span>
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
