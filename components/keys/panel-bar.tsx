"use client";
import { ChevronDown, ChevronUp, Link as LinkIcon, Maximize2, PanelBottom, PanelRight, X } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { follow } from "#components/ui/follow.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ICON_BUTTON, IconButton } from "#components/ui/icon-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { isOwnClick, SoftLink } from "#components/ui/soft-link.tsx";
import { useFormat, useWords } from "#components/ui/words.tsx";
import type { PanelPlace } from "./one-key/use-panel-place.ts";

interface PanelBarProps {
  /** The addresses of the keys before and after this one in the result, where there are some. */
  previous: string | null;
  next: string | null;
  /** The key's place in the whole result, 1-based; null when it is not on this page. */
  place: number | null;
  total: number | null;
  isPartial: boolean;
  /** The page of this key alone. */
  whole: string;
  closed: string;
  onClose: () => void;
  /** Where the panel stands, and the way to the other place. */
  side: PanelPlace;
  onMove: () => void;
}

export function PanelBar({ previous, next, place, total, isPartial, whole, closed, onClose, side, onMove }: PanelBarProps) {
  const t = useWords();
  const format = useFormat();
  return (
    <div className="flex h-[42px] shrink-0 items-center gap-0.5 border-b border-line pr-2 pl-3 text-ink-3 phone:h-[52px] print-hide">
      <Step icon={ChevronUp} label={t("panel.previous")} keys="ArrowUp" href={previous} />
      <Step icon={ChevronDown} label={t("panel.next")} keys="ArrowDown" href={next} />
      {place !== null && total !== null && <span className="ml-1.5">{t("panel.place", { place, shown: format.count(total, isPartial) })}</span>}
      <span className="flex-1" />
      <CopyButton what={t("panel.link")} icon={LinkIcon} small={false} text={() => window.location.href} />
      <IconButton
        icon={side === "side" ? PanelBottom : PanelRight}
        label={t(side === "side" ? "panel.to-bottom" : "panel.to-side")}
        className="phone:hidden"
        onClick={onMove}
      />
      <PageLink href={whole} aria-label={t("panel.whole")} title={t("panel.whole")} className={ICON_BUTTON}>
        <Icon of={Maximize2} />
      </PageLink>
      <SoftLink href={closed} aria-label={t("ui.close")} title={t("ui.close")} className={ICON_BUTTON} onClick={onClose}>
        <Icon of={X} size={16} />
      </SoftLink>
    </div>
  );
}

/** Stays the same element without an address, so that it keeps the focus while the neighbour is fetched. */
function Step({ icon, label, keys, href }: { icon: LucideIcon; label: string; keys: string; href: string | null }) {
  return (
    <a
      href={href ?? undefined}
      // biome-ignore lint/a11y/noRedundantRoles: without an address it would be no link any more
      role="link"
      tabIndex={href ? 0 : -1}
      aria-disabled={href ? undefined : true}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={label}
      onClick={(event) => {
        if (!href || isOwnClick(event)) return;
        event.preventDefault();
        follow(href, { replace: true });
      }}
      className={`${ICON_BUTTON} outline-offset-0`}
    >
      <Icon of={icon} size={16} />
    </a>
  );
}
