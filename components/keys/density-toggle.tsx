import { Rows3, Rows4 } from "lucide-react";
import { buttonClass } from "#components/ui/button-class.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { Translate } from "#lib/words/translate.ts";

/** Comfortable or compact rows. The words are chosen by CSS, so the HTML fits either. */
export function DensityToggle({ t, onToggle }: { t: Translate; onToggle?: () => void }) {
  return (
    <button
      type="button"
      onClick={onToggle}
      aria-disabled={!onToggle || undefined}
      className={`${buttonClass("secondary", "sm")} aria-disabled:opacity-100 phone:hidden print-hide`}
    >
      <Icon of={Rows4} className="compact:hidden" />
      <span className="compact:hidden">{t("keys.compact")}</span>
      <Icon of={Rows3} className="hidden compact:block" />
      <span className="hidden compact:inline">{t("keys.comfortable")}</span>
    </button>
  );
}
