import type { ReactNode } from "react";

/** A sheet on the canvas: hairline edge, no shadow. */
export function Card({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <section className={`rounded-card border border-line bg-surface ${className}`}>{children}</section>;
}

export function CardHead({ title, aside, action }: { title: string; aside?: ReactNode; action?: ReactNode }) {
  return (
    <header className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3.5 py-1.5">
      <h2 className="font-strong">{title}</h2>
      {aside && <span className="text-ink-3">{aside}</span>}
      <span className="flex-1" />
      {action}
    </header>
  );
}
