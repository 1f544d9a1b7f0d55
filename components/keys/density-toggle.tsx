"use client";
import { Rows3, Rows4 } from "lucide-react";
import { Icon } from "#components/ui/icon.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/words.tsx";
import { rememberPreference } from "#lib/client/remember-preference.ts";

/** Comfortable or compact rows, kept in a cookie. The words are chosen by CSS, so the HTML fits either. */
export function DensityToggle() {
  const t = useWords();
  return (
    <button
      type="button"
      onClick={() => rememberPreference("density", document.documentElement.dataset.density === "compact" ? "comfortable" : "compact")}
      className={`${buttonClass("secondary", "sm")} phone:hidden print-hide`}
    >
      <Icon of={Rows4} className="compact:hidden" />
      <span className="compact:hidden">{t("keys.compact")}</span>
      <Icon of={Rows3} className="hidden compact:block" />
      <span className="hidden compact:inline">{t("keys.comfortable")}</span>
    </button>
  );
}
