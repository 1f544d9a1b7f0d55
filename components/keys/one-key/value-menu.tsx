"use client";
import { EllipsisVertical } from "lucide-react";
import { useId, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#components/ui/words.tsx";
import { FloatingBox } from "./floating-box.tsx";

interface ValueMenuProps {
  /** What it is about: "Rotation". */
  name: string;
  /** What stands in the place of the three dots. */
  face?: ReactNode;
  /** Made when it is opened. */
  children: () => ReactNode;
}

const DOTS =
  "relative z-1 mx-px inline-grid size-6 shrink-0 place-items-center rounded-token text-ink-3 opacity-0 transition-opacity group-hover/value:opacity-100 hover:bg-sunken hover:text-ink focus-visible:opacity-100 aria-expanded:bg-sunken aria-expanded:opacity-100 touch:opacity-100 print-hide";

/** A small button beside a value: what can be done with it, and who said it. Seen on hover, on focus and always on touch. */
export function ValueMenu({ name, face, children }: ValueMenuProps) {
  const t = useWords();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  const label = t("menu.about", { what: name });
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-controls={isOpen ? id : undefined}
        aria-label={face ? undefined : label}
        title={label}
        // Pressing it while the box is open closes the box before the click comes: that click must not open it again.
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={({ detail }) => setOpen(detail === 0 ? !isOpen : !wasOpen.current)}
        className={face ? "max-w-full rounded-token text-left hover:bg-line aria-expanded:bg-line touch:min-h-8" : DOTS}
      >
        {face ?? <Icon of={EllipsisVertical} />}
      </button>
      {isOpen && (
        <FloatingBox id={id} label={label} anchor={button} onClose={() => setOpen(false)}>
          {children()}
        </FloatingBox>
      )}
    </>
  );
}
