import type { ReactNode } from "react";
import type { LucideIcon } from "lucide-react";
import { Icon } from "./icon.tsx";

const TONES = {
  plain: { ground: "bg-canvas border-line", icon: "text-ink-2" },
  warn: { ground: "bg-warn-soft border-warn/28", icon: "text-warn" },
  danger: { ground: "bg-danger-soft border-danger/28", icon: "text-danger" },
  ok: { ground: "bg-ok-soft border-ok/28", icon: "text-ok" },
  info: { ground: "bg-info-soft border-info/28", icon: "text-info" },
};

interface NoticeProps {
  tone?: keyof typeof TONES;
  icon?: LucideIcon;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** `alert` is read out at once, `status` when the reader pauses. */
  role?: "alert" | "status";
  className?: string;
}

/** A message that stays until its cause is gone or the reader closes it. */
export function Notice({ tone = "plain", icon, title, children, action, role, className = "" }: NoticeProps) {
  return (
    <div role={role} className={`flex items-start gap-2.5 rounded-control border px-3 py-[9px] ${TONES[tone].ground} ${className}`}>
      {icon && <Icon of={icon} size={16} className={`mt-0.5 ${TONES[tone].icon}`} />}
      <div className="min-w-0 flex-1">
        {title && <p className="font-strong">{title}</p>}
        {children && <div className="text-ink-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}
