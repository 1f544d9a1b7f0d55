import type { LucideIcon } from "lucide-react";

/** One icon, decorative: its meaning stands beside it in words or in the control's name. `size` in px: 14 in text, 16 alone. */
export function Icon({ of: Drawing, size = 14, className = "" }: { of: LucideIcon; size?: number; className?: string }) {
  return <Drawing size={size} strokeWidth={1.4} absoluteStrokeWidth aria-hidden="true" className={`shrink-0 ${className}`} />;
}
