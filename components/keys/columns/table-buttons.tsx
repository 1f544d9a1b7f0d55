import { Keyboard, SlidersHorizontal } from "lucide-react";
import { buttonClass } from "#components/ui/button-class.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ICON_BUTTON } from "#components/ui/icon-button.tsx";
import type { Translate } from "#lib/words/translate.ts";
import { DensityToggle } from "../density-toggle.tsx";

interface TableButtonsProps {
  t: Translate;
  /** None of them is there before the script is: the buttons stand in their place and wait. */
  onHelp?: () => void;
  onDensity?: () => void;
  onColumns?: () => void;
}

/** The buttons that change how the table looks. */
export function TableButtons({ t, onHelp, onDensity, onColumns }: TableButtonsProps) {
  const waits = !onColumns || undefined;
  return (
    <>
      <DensityToggle t={t} onToggle={onDensity} />
      <button
        type="button"
        onClick={onColumns}
        aria-disabled={waits}
        aria-haspopup="dialog"
        className={`${buttonClass("secondary", "sm")} aria-disabled:opacity-100 phone:hidden print-hide`}
      >
        <Icon of={SlidersHorizontal} />
        {t("columns.open")}
      </button>
      <button
        type="button"
        onClick={onHelp}
        aria-disabled={waits}
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        aria-label={t("keyboard.open")}
        title={t("keyboard.open")}
        className={`${ICON_BUTTON} aria-disabled:opacity-100 phone:hidden print-hide touch:hidden`}
      >
        <Icon of={Keyboard} size={16} />
      </button>
    </>
  );
}
