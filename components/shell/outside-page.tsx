import type { ReactNode } from "react";
import { Globe } from "#components/ui/globe.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { LateLanguage, LateTheme } from "./late-shell.tsx";

interface OutsidePageProps {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}

/** A page outside the product's frame: one card before the globe. */
export function OutsidePage({ title, lead, children }: OutsidePageProps) {
  return (
    <div className="relative flex min-h-full flex-col overflow-hidden bg-canvas">
      <Globe />
      <main className="relative grid flex-1 place-items-center p-6 phone:place-items-start phone:justify-items-center phone:px-4 phone:pt-12 phone:pb-5">
        <div className="w-full max-w-[372px]">
          <p className="mb-[18px] ml-0.5 flex items-center gap-2.5 text-[17px] leading-7 font-strong tracking-title">
            <Logo className="size-[26px]" />
            Keyatlas
          </p>
          <div className="rounded-card border border-line bg-surface p-6 shadow-float phone:p-5">
            <h1 className="mb-0.5 text-title font-strong tracking-title">{title}</h1>
            <p className="mb-[18px] text-ink-2">{lead}</p>
            {children}
          </div>
        </div>
      </main>
      <footer className="relative flex items-center justify-center gap-2 pb-5">
        <LateLanguage />
        <LateTheme />
      </footer>
    </div>
  );
}
