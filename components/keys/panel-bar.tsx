"use client";
import { ChevronDown, ChevronUp, Link as LinkIcon, X } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { ICON_BUTTON } from "#components/ui/icon-button.tsx";
import { SoftLink } from "#components/ui/soft-link.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";

interface PanelBarProps {
  /** The addresses of the keys before and after this one, where the page has them. */
  previous: string | null;
  next: string | null;
  /** The key's place in the whole result, 1-based; null when it is not on this page. */
  place: number | null;
  total: number | null;
  isPartial: boolean;
  closed: string;
  onClose: () => void;
}

export function PanelBar({ previous, next, place, total, isPartial, closed, onClose }: PanelBarProps) {
  const t = useWords();
  const format = useFormat();
  return (
    <div className="flex h-[42px] shrink-0 items-center gap-0.5 border-b border-line pr-2 pl-3 text-ink-3 phone:h-[52px]">
      <Step icon={ChevronUp} label={t("panel.previous")} href={previous} />
      <Step icon={ChevronDown} label={t("panel.next")} href={next} />
      {place !== null && total !== null && <span className="ml-1.5">{t("panel.place", { place, shown: format.count(total, isPartial) })}</span>}
      <span className="flex-1" />
      <CopyButton what={t("panel.link")} icon={LinkIcon} small={false} text={() => window.location.href} />
      <SoftLink href={closed} aria-label={t("ui.close")} title={t("ui.close")} className={ICON_BUTTON} onClick={onClose}>
        <Icon of={X} size={16} />
      </SoftLink>
    </div>
  );
}

function Step({ icon, label, href }: { icon: LucideIcon; label: string; href: string | null }) {
  if (!href) {
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: a link that leads nowhere is no stop
      <span role="link" aria-disabled="true" aria-label={label} className={ICON_BUTTON}>
        <Icon of={icon} size={16} />
      </span>
    );
  }
  return (
    <SoftLink replace href={href} aria-label={label} title={label} className={ICON_BUTTON}>
      <Icon of={icon} size={16} />
    </SoftLink>
  );
}
