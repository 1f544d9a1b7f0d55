import type { ButtonHTMLAttributes, ReactNode } from "react";
import type { LucideIcon } from "lucide-react";
import { buttonClass } from "./button-class.ts";
import type { ButtonKind, ButtonSize } from "./button-class.ts";
import { Icon } from "./icon.tsx";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: LucideIcon;
  children: ReactNode;
}

export function Button({ kind, size, icon, className = "", type = "button", children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={`${buttonClass(kind, size)} ${className}`} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}
