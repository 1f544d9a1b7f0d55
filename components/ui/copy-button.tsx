"use client";
import { Check, Copy, X } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Bubble } from "./bubble.tsx";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { announce } from "./live-region.tsx";
import { useWords } from "./words.tsx";

/** How long the outcome shows, in ms. */
const SHOWN_MS = 1600;

interface CopyButtonProps {
  /** What is copied: text, or what gives it at the click. */
  text: string | (() => string);
  /** What it is, for the label and for saying that it was copied: "key id". */
  what: string;
  /** Shows these words beside the icon. */
  words?: string;
  icon?: LucideIcon;
  small?: boolean;
}

/** Copies, and says whether it worked: in the button where it has words, else in a bubble above it, and aloud. */
export function CopyButton({ text, what, words, icon = Copy, small = true }: CopyButtonProps) {
  const t = useWords();
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === "function" ? text() : text);
      setOutcome("copied");
      announce(t("ui.copied", { what }));
    } catch {
      setOutcome("failed");
      announce(t("ui.not-copied", { what }));
    }
  }

  const shown = outcome === "copied" ? Check : outcome === "failed" ? X : icon;
  if (words) {
    return (
      <Button size="sm" icon={shown} onClick={copy}>
        {outcome === "copied" ? t("ui.copied.short") : outcome === "failed" ? t("ui.not-copied.short") : words}
      </Button>
    );
  }
  return (
    <>
      <IconButton ref={button} icon={shown} label={t("ui.copy", { what })} small={small} onClick={copy} />
      {outcome && (
        <Bubble anchor={button} isBad={outcome === "failed"}>
          {t(outcome === "copied" ? "ui.copied" : "ui.not-copied", { what })}
        </Bubble>
      )}
    </>
  );
}
