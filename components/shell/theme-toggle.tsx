"use client";
import { Moon, Sun } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { ICON_BUTTON } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/ui/words.tsx";

/** Switches between light and dark; until then, and after a second click, the system decides. The icons are chosen by CSS, so nothing flashes. */
export function ThemeToggle({ className = "" }: { className?: string }) {
  const t = useWords();
  const toggle = () => void import("#lib/client/toggle-theme.ts").then(({ toggleTheme }) => toggleTheme());
  return (
    <button type="button" aria-label={t("shell.theme")} title={t("shell.theme")} onClick={toggle} className={`${ICON_BUTTON} ${className}`}>
      <Icon of={Sun} size={16} className="show-in-light" />
      <Icon of={Moon} size={16} className="show-in-dark" />
    </button>
  );
}
