import type { ButtonHTMLAttributes, Ref } from "react";
import type { LucideIcon } from "lucide-react";
import { Icon } from "./icon.tsx";

/** The look of a square control that shows only an icon; 28 px, 44 on touch. */
export const ICON_BUTTON =
  "inline-grid place-items-center size-7 touch:size-11 rounded-control text-ink-2 transition-colors hover:bg-sunken hover:text-ink shrink-0 " +
  "disabled:opacity-45 disabled:pointer-events-none aria-disabled:opacity-45 aria-disabled:pointer-events-none";

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: LucideIcon;
  label: string;
  small?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, small = false, className = "", ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} className={`${ICON_BUTTON} ${small ? "!size-6 touch:!size-11" : ""} ${className}`} {...rest}>
      <Icon of={icon} size={small ? 14 : 16} />
    </button>
  );
}
