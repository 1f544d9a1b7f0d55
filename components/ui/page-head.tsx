import type { ReactNode } from "react";

interface PageHeadProps {
  title: ReactNode;
  /** A muted number beside the title: "(24)". */
  count?: ReactNode;
  lead?: ReactNode;
  /** The way here, and what a list of links is called. */
  crumb?: { label: string; path: ReactNode };
  actions?: ReactNode;
}

/** The head of a page on the canvas. */
export function PageHead({ title, count, lead, crumb, actions }: PageHeadProps) {
  return (
    <header className="pb-3.5">
      {crumb && (
        <nav aria-label={crumb.label} className="text-token text-ink-3">
          {crumb.path}
        </nav>
      )}
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="text-title font-strong tracking-title">
          {title}
          {count !== undefined && <span className="ml-[5px] font-normal text-ink-3">({count})</span>}
        </h1>
        {lead && <p className="min-w-0 flex-1 text-ink-2 phone:basis-full">{lead}</p>}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2 print-hide phone:ml-0 phone:basis-full">{actions}</div>}
      </div>
    </header>
  );
}
