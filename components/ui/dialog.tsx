"use client";
import { X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";
import { useWords } from "./words.tsx";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  foot?: ReactNode;
  /** `sheet` fills a phone's screen. */
  shape?: "box" | "sheet";
  wide?: boolean;
}

const SHAPES = {
  box: "rounded-card w-[calc(100%-28px)] max-h-[calc(100%-48px)]",
  sheet:
    "rounded-card w-[calc(100%-28px)] max-h-[calc(100%-48px)] phone:rounded-none phone:border-0 phone:w-full phone:h-full phone:max-w-none phone:max-h-none phone:m-0",
};

/** A modal: the browser keeps the focus inside, closes it on Esc and gives the focus back to what opened it. Mounted = open. */
export function Dialog({ title, onClose, children, foot, shape = "box", wide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const t = useWords();
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={`flex flex-col border border-line bg-raised p-0 text-ink shadow-float ${SHAPES[shape]} ${wide ? "max-w-[760px]" : "max-w-[440px]"}`}
    >
      <header className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
        <h2 id={id} className="flex-1 text-panel font-strong tracking-panel">
          {title}
        </h2>
        <IconButton icon={X} label={t("ui.close")} onClick={onClose} />
      </header>
      <div className="quiet-scroll min-h-0 flex-1 overflow-auto p-4">{children}</div>
      {foot && <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-canvas px-4 py-3">{foot}</footer>}
    </dialog>
  );
}
