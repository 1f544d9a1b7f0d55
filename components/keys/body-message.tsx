import type { ReactNode } from "react";

/** Words in the middle of an empty table body. */
export function BodyMessage({ art, title, children, actions }: { art?: ReactNode; title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-[400px] flex-col items-center gap-1.5 px-5 py-12 text-center">
      {art}
      <h2 className="text-section font-strong">{title}</h2>
      <div className="text-ink-2">{children}</div>
      {actions && <div className="mt-2.5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
