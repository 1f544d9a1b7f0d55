"use client";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Icon } from "#components/ui/icon.tsx";

interface FoldProps {
  title: string;
  /** What is inside, for those who do not open it. */
  aside?: string;
  /** Holds something that must be seen: opens it. It never closes by itself, since somebody may be typing in it. */
  isWanted?: boolean;
  children: ReactNode;
  className?: string;
}

/** A part of a form that most readers do not need. */
export function Fold({ title, aside, isWanted = false, children, className = "" }: FoldProps) {
  const [isOpen, setOpen] = useState(isWanted);
  useEffect(() => {
    if (isWanted) setOpen(true);
  }, [isWanted]);
  return (
    <details className={`group ${className}`} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-6 items-start gap-1.5 py-0.5 text-ink-2 touch:min-h-11 touch:items-center">
        <Icon of={ChevronRight} className="mt-[3px] transition-transform group-open:rotate-90" />
        <span>
          {title}
          {aside && <span className="text-ink-3"> · {aside}</span>}
        </span>
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  );
}
