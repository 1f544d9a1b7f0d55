import type { ReactNode } from "react";

/** The canvas of a page that scrolls as a whole: gutter 24, 14 on the phone. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className="flex-1 bg-canvas">
      <div className="mx-auto max-w-[1240px] px-6 pt-5 pb-12 phone:px-3.5 phone:pt-3.5 phone:pb-8">{children}</div>
    </div>
  );
}
