"use client";
import { Check, Copy, X } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { announce } from "./live-region.tsx";

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

/** Copies, and says whether it worked. */
export function CopyButton({ text, what, words, icon = Copy, small = true }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === "function" ? text() : text);
      setOutcome("copied");
      announce(`Copied ${what}`);
    } catch {
      setOutcome("failed");
      announce(`Could not copy ${what}`);
    }
  }

  const shown = outcome === "copied" ? Check : outcome === "failed" ? X : icon;
  if (words) {
    return (
      <Button size="sm" icon={shown} onClick={copy}>
        {outcome === "copied" ? "Copied" : outcome === "failed" ? "Could not copy" : words}
      </Button>
    );
  }
  return <IconButton icon={shown} label={outcome === "failed" ? `Could not copy ${what}` : `Copy ${what}`} small={small} onClick={copy} />;
}
